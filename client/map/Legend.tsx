// The card that says what the map's colours, patterns, lines and signs mean.
import { ChevronDown } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import symbols from '../../assets/symbols/domains.json' with { type: 'json' };
import { LINK_KINDS, type MapModel } from './model.ts';
import { LINKS, SEVERITY, UNALIGNED, patternOf, swatchOf, type Swatch } from './palette.ts';
import type { MapTexts } from './texts.ts';

/** A legend that would cover much of the map starts closed. */
const ROOM_FOR_AN_OPEN_LEGEND = { width: 880, height: 660 };

function SwatchSign({ swatch }: { swatch: Swatch }): ReactNode {
  const id = useId();
  const pattern = patternOf(swatch.pattern);
  return (
    <svg className="map-swatch" width="28" height="16" aria-hidden="true">
      {pattern && (
        <pattern id={id} width={pattern.size} height={pattern.size} patternUnits="userSpaceOnUse">
          <path d={pattern.fill ?? pattern.stroke} fill={pattern.fill ? swatch.ink : 'none'} stroke={pattern.stroke ? swatch.ink : 'none'} strokeWidth={pattern.width} opacity={pattern.alpha} />
        </pattern>
      )}
      <rect x=".5" y=".5" width="27" height="15" rx="2.5" fill={swatch.fill} />
      {pattern && <rect x=".5" y=".5" width="27" height="15" rx="2.5" fill={`url(#${id})`} />}
      <rect x=".5" y=".5" width="27" height="15" rx="2.5" fill="none" stroke="#2A4356" strokeOpacity=".55" />
    </svg>
  );
}

function CrisisSign(): ReactNode {
  const turn = 2 * Math.PI * 9.5;
  return (
    <svg width="28" height="26" viewBox="-14 -13 28 26" aria-hidden="true">
      <circle r="9.5" fill="none" stroke="#E3D5D3" strokeWidth="3" />
      <circle r="9.5" fill="none" stroke={SEVERITY[2].colour} strokeWidth="3" strokeDasharray={`${turn * 0.66} ${turn}`} transform="rotate(-90)" />
      <circle r="6.4" fill="#B3261E" />
      <text y="3.2" textAnchor="middle" fontSize="9" fontWeight="600" fill="#fff">1</text>
    </svg>
  );
}

export function Legend({ model, texts, onResize }: { model: MapModel; texts: MapTexts; onResize(): void }): ReactNode {
  const card = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    const frame = card.current?.closest('[data-map-frame]');
    setOpen(frame !== null && frame !== undefined && frame.clientWidth >= ROOM_FOR_AN_OPEN_LEGEND.width && frame.clientHeight >= ROOM_FOR_AN_OPEN_LEGEND.height);
  }, []);
  useEffect(onResize, [open, onResize]);
  const shown = model.affiliations.filter(({ index }) => model.countries.some(({ affiliation }) => affiliation === index));
  const unaligned = model.countries.some(({ affiliation }) => affiliation < 0);
  const kinds = LINK_KINDS.filter((kind) => model.links.some((link) => link.kind === kind));
  return (
    <Disclosure ref={card} className="map-card map-legend" data-map-card isExpanded={open} onExpandedChange={setOpen}>
      <Heading level={3} className="map-legend-title">
        <Button slot="trigger" className="map-legend-button">
          {texts.legend}
          <ChevronDown size={16} aria-hidden="true" />
        </Button>
      </Heading>
      <DisclosurePanel className="map-legend-body">
        <h4>{texts.affiliation}</h4>
        <ul>
          {shown.map(({ name, index }) => <li key={index}><SwatchSign swatch={swatchOf(index)} />{name}</li>)}
          {unaligned && <li><SwatchSign swatch={UNALIGNED} />{texts.noAffiliation}</li>}
        </ul>
        {kinds.length > 0 && (
          <>
            <h4>{texts.links}</h4>
            <ul>
              {kinds.map((kind) => (
                <li key={kind}>
                  <svg width="28" height="16" aria-hidden="true">
                    <line x1="1" x2="27" y1="8" y2="8" stroke={LINKS[kind].colour} strokeWidth={LINKS[kind].width} strokeDasharray={LINKS[kind].dash?.join(' ')} />
                  </svg>
                  {texts.linkKinds[kind]}
                </li>
              ))}
            </ul>
          </>
        )}
        {model.crises.length + model.packages.length > 0 && (
          <ul className="map-legend-signs">
            {model.crises.length > 0 && <li><CrisisSign />{texts.crisisSign}</li>}
            {model.packages.length > 0 && (
              <li>
                <img src={`data:image/svg+xml,${encodeURIComponent(symbols.LAND.svg)}`} width="28" height="20" alt="" />
                {texts.packageSign}
              </li>
            )}
          </ul>
        )}
      </DisclosurePanel>
    </Disclosure>
  );
}
