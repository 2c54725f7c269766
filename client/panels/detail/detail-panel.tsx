// What is selected on the map: a country or a crisis; without a selection, what there is to select.
import { MapPin } from 'lucide-react';
import { EmptyState, Panel } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { select, useStore } from '../../store.ts';
import { SeatMark, nameOf } from '../../seats.tsx';
import type { PublicView } from '../../../shared/view/view.ts';
import type { Selection } from '../../store.ts';
import { CountryCard } from './country-card.tsx';
import { CrisisCard } from './crisis-card.tsx';
import './detail.css';

type Shown = { kind: 'country' | 'crisis'; id: string } | null;

/** A region stands for the country that owns it, or for the crisis that is there. */
export function shownFor(view: PublicView, selection: Selection | null): Shown {
  if (!selection) return null;
  if (selection.kind === 'seat' && view.seats[selection.id]) return { kind: 'country', id: selection.id };
  if (selection.kind === 'crisis' && view.crises[selection.id]) return { kind: 'crisis', id: selection.id };
  if (selection.kind !== 'region') return null;
  const owner = Object.values(view.seats).find((seat) => seat.region === selection.id);
  if (owner) return { kind: 'country', id: owner.id };
  const crisis = Object.values(view.crises).find((candidate) => candidate.open && candidate.region === selection.id);
  return crisis ? { kind: 'crisis', id: crisis.id } : null;
}

function Choices({ view }: { view: PublicView }) {
  return (
    <>
      <EmptyState icon={MapPin} title={t('detail.nothing')}>
        {t('detail.nothingText')}
      </EmptyState>
      <ul className="pick-list">
        {Object.values(view.crises).filter(({ open }) => open).map((crisis) => (
          <li key={crisis.id}>
            <button type="button" onClick={() => select({ kind: 'crisis', id: crisis.id })}>
              <span className="crisis-number">{crisis.number}</span> {crisis.name}
            </button>
          </li>
        ))}
        {view.exercise.seats.map((seat) => (
          <li key={seat}>
            <button type="button" onClick={() => select({ kind: 'seat', id: seat })}>
              <SeatMark seat={seat} size="small" /> {nameOf(view, seat)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

export default function DetailPanel() {
  const view = useStore((state) => state.view?.public ?? null);
  const selection = useStore((state) => state.selection);
  if (!view) return <Panel heading={t('panel.detail')}>{null}</Panel>;
  const shown = shownFor(view, selection);
  const heading = !shown ? t('panel.detail') : shown.kind === 'country' ? nameOf(view, shown.id) : view.crises[shown.id]!.name;
  return (
    <Panel heading={heading}>
      {!shown && <Choices view={view} />}
      {shown?.kind === 'country' && <CountryCard key={shown.id} seat={shown.id} view={view} />}
      {shown?.kind === 'crisis' && <CrisisCard key={shown.id} crisis={shown.id} view={view} />}
    </Panel>
  );
}
