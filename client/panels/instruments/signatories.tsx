// The parties of an instrument and what each has done about its text.
import { CircleDashed, DoorOpen, Check, PenLine, Stamp, type LucideIcon } from 'lucide-react';
import { latest } from '../../../shared/rules/instruments/binding.ts';
import type { InstrumentView, PublicView } from '../../../shared/view/view.ts';
import { t } from '../../locales/text.ts';
import { SeatMark } from '../../seats.tsx';
import { partyState, type PartyState } from './standing.ts';

const SIGNS: Record<PartyState, { icon: LucideIcon; tone: string }> = {
  ratified: { icon: Stamp, tone: 'good' },
  signed: { icon: Check, tone: 'good' },
  stale: { icon: PenLine, tone: 'caution' },
  open: { icon: CircleDashed, tone: 'soft' },
  left: { icon: DoorOpen, tone: 'crisis' },
};

export function Signatories({ instrument, view }: { instrument: InstrumentView; view: PublicView }) {
  const { version } = latest(instrument);
  return (
    <section className="stack">
      <h3>{t('document.signatories')}</h3>
      <ul className="signatories">
        {instrument.parties.map((seat) => {
          const state = partyState(instrument, seat);
          const { icon: Icon, tone } = SIGNS[state];
          return (
            <li key={seat}>
              <SeatMark seat={seat} size="small" />
              <span className="grow">{view.seats[seat]?.name ?? seat}</span>
              <span className="signature" data-tone={tone}>
                <Icon size={16} aria-hidden />
                {t(`document.party.${state}`, { version: instrument.signatures[seat] ?? version, turn: instrument.withdrawals[seat] ?? 0 })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
