// Draws the small signs that stand on the map - capitals, cities, crises, packages - each once, on a canvas of its own.
import symbols from '../../assets/symbols/domains.json' with { type: 'json' };
import type { Box, Domain, MapCrisis, MapPackage } from './model.ts';
import { FONTS, INK, severityColour } from './palette.ts';

export interface Mark {
  canvas: HTMLCanvasElement;
  /** In CSS pixels; the sign's place is the middle of the canvas. */
  width: number;
  height: number;
}

export type Symbols = Map<Domain, { image: HTMLImageElement; width: number; height: number }>;

export async function loadSymbols(): Promise<Symbols> {
  return new Map(await Promise.all(Object.entries(symbols).map(async ([domain, { svg, width, height }]) => {
    const image = new Image(width * 2, height * 2);
    image.src = `data:image/svg+xml,${encodeURIComponent(svg)}`;
    await image.decode();
    return [domain as Domain, { image, width, height }] as const;
  })));
}

function draw(width: number, height: number, ratio: number, paint: (brush: CanvasRenderingContext2D) => void): Mark {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * ratio);
  canvas.height = Math.ceil(height * ratio);
  const brush = canvas.getContext('2d')!;
  brush.scale(ratio, ratio);
  brush.translate(width / 2, height / 2);
  brush.textAlign = 'center';
  brush.textBaseline = 'alphabetic';
  paint(brush);
  return { canvas, width: canvas.width / ratio, height: canvas.height / ratio };
}

function disc(brush: CanvasRenderingContext2D, radius: number, colour: string): void {
  brush.fillStyle = colour;
  brush.beginPath();
  brush.arc(0, 0, radius, 0, Math.PI * 2);
  brush.fill();
}

function pill(brush: CanvasRenderingContext2D, left: number, top: number, width: number, height: number, colour: string): void {
  brush.fillStyle = colour;
  brush.beginPath();
  brush.roundRect(left, top, width, height, height / 2);
  brush.fill();
}

export const drawCapital = (you: boolean, ratio: number): Mark => draw(16, 16, ratio, (brush) => {
  disc(brush, you ? 6.4 : 4.8, INK.halo);
  disc(brush, you ? 4.6 : 3.1, you ? INK.marker : INK.strong);
  if (you) disc(brush, 1.8, INK.halo);
});

export const drawCity = (ratio: number): Mark => draw(10, 10, ratio, (brush) => {
  disc(brush, 3.2, INK.halo);
  disc(brush, 1.9, INK.soft);
});

/** The ring grows with the severity, so that the worst crisis is the largest sign on the page. */
export const ringRadius = (severity: number | null): number => 15 + (severity ?? 0) * 0.07;

/** What the sign of a crisis covers about its place: the ring, and the figure under it. */
export function crisisBox({ severity }: Pick<MapCrisis, 'severity'>): Box {
  const ring = ringRadius(severity) + 5;
  return [-ring, -ring, ring, ring + 10];
}

export function drawCrisis({ number, severity }: MapCrisis, chosen: boolean, ratio: number): Mark {
  const ring = ringRadius(severity);
  const colour = severityColour(severity);
  return draw(72, 72, ratio, (brush) => {
    disc(brush, ring + 3.6, 'rgba(255,255,255,.92)');
    brush.lineWidth = 4;
    brush.strokeStyle = '#E3D5D3';
    if (severity === null) brush.setLineDash([3, 3]);
    brush.beginPath();
    brush.arc(0, 0, ring, 0, Math.PI * 2);
    brush.stroke();
    brush.setLineDash([]);
    if (severity) {
      brush.strokeStyle = colour;
      brush.lineCap = 'butt';
      brush.beginPath();
      brush.arc(0, 0, ring, -Math.PI / 2, -Math.PI / 2 + (severity / 100) * Math.PI * 2);
      brush.stroke();
    }
    disc(brush, 10.6, '#B3261E');
    brush.fillStyle = '#FFFFFF';
    brush.font = `600 13px ${FONTS.sans}`;
    brush.fillText(String(number), 0, 4.6);
    if (chosen) {
      brush.lineWidth = 2;
      brush.strokeStyle = INK.marker;
      brush.beginPath();
      brush.arc(0, 0, ring + 4.6, 0, Math.PI * 2);
      brush.stroke();
    }
    const figure = severity === null ? '?' : String(Math.round(severity));
    brush.font = `600 11px ${FONTS.sans}`;
    const width = Math.max(20, brush.measureText(figure).width + 11);
    const top = ring - 2;
    pill(brush, -width / 2 - 1.5, top - 1.5, width + 3, 18, '#FFFFFF');
    pill(brush, -width / 2, top, width, 15, colour);
    brush.fillStyle = '#FFFFFF';
    brush.fillText(figure, 0, top + 11.4);
  });
}

/** What the sign of packages covers about its place: the symbol, the code under it, and the count at its corner. */
export function packageBox({ domain, count }: Pick<MapPackage, 'domain' | 'count'>): Box {
  const { width, height } = symbols[domain];
  const counted = count > 1;
  return [-width / 2 - 1, -height / 2 - (counted ? 12 : 6), width / 2 + (counted ? 13 : 1), height / 2 + 9];
}

/** The symbol, the owner's code under it, and the count where there is more than one. */
export function drawPackage({ domain, country, count }: MapPackage, own: boolean, chosen: boolean, symbolsByDomain: Symbols, ratio: number): Mark {
  const symbol = symbolsByDomain.get(domain)!;
  return draw(80, 54, ratio, (brush) => {
    brush.save();
    brush.shadowColor = 'rgba(20,34,46,.28)';
    brush.shadowBlur = 4 * ratio;
    brush.shadowOffsetY = 1 * ratio;
    brush.drawImage(symbol.image, -symbol.width / 2, -symbol.height / 2 - 5, symbol.width, symbol.height);
    brush.restore();
    if (chosen) {
      brush.strokeStyle = INK.marker;
      brush.lineWidth = 2;
      brush.beginPath();
      brush.roundRect(-symbol.width / 2 - 2, -symbol.height / 2 - 7, symbol.width + 4, symbol.height + 4, 6);
      brush.stroke();
    }
    brush.font = `600 10.5px ${FONTS.condensed}`;
    const code = brush.measureText(country).width + 9;
    const top = symbol.height / 2 - 7;
    pill(brush, -code / 2 - 1, top - 1, code + 2, 16, '#FFFFFF');
    pill(brush, -code / 2, top, code, 14, own ? INK.marker : INK.soft);
    brush.fillStyle = '#FFFFFF';
    brush.fillText(country, 0, top + 10.6);
    if (count > 1) {
      const figure = `×${count}`;
      brush.font = `600 10.5px ${FONTS.sans}`;
      const width = brush.measureText(figure).width + 8;
      const [left, above] = [symbol.width / 2 - 9, -symbol.height / 2 - 11];
      pill(brush, left - 1, above - 1, width + 2, 16, '#FFFFFF');
      pill(brush, left, above, width, 14, INK.strong);
      brush.fillStyle = '#FFFFFF';
      brush.fillText(figure, left + width / 2, above + 10.8);
    }
  });
}
