// Draws one military symbol for each capability domain, so that the page carries eight small pictures and no symbol library.
import { writeFileSync } from 'node:fs';
import milsymbol from 'milsymbol';

/** Entity codes of MIL-STD-2525D / APP-6D for a friendly unit or vessel: what stands in each domain for its packages. */
const ENTITIES: Record<string, { code: string; entity: string }> = {
  LAND: { code: '10031000001211000000', entity: 'infantry' },
  SEA: { code: '10033000001202000000', entity: 'surface combatant' },
  AMD: { code: '10031000001301020000', entity: 'air defence missile' },
  CYB: { code: '10031000001110000000', entity: 'signal' },
  ISR: { code: '10031000001213000000', entity: 'reconnaissance' },
  UXS: { code: '10031000001219000000', entity: 'unmanned systems' },
  LOG: { code: '10031000001634000000', entity: 'supply' },
  DIS: { code: '10031000001613000000', entity: 'medical' },
};

const symbols = Object.fromEntries(Object.entries(ENTITIES).map(([domain, { code, entity }]) => {
  const symbol = new milsymbol.Symbol(code, { size: 23, outlineWidth: 5, outlineColor: '#FFFFFF', strokeWidth: 4 });
  if (!symbol.isValid()) throw new Error(`${domain}: ${code} is no symbol`);
  const { width, height } = symbol.getSize();
  const round = (value: number): number => Math.round(value * 100) / 100;
  return [domain, { entity, width: round(width), height: round(height), svg: symbol.asSVG() }];
}));

writeFileSync(new URL('domains.json', import.meta.url), `${JSON.stringify(symbols, null, 2)}\n`);
