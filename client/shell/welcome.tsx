// The first screen after joining: who one is, three goals, and one next step with a button that leads there.
import { ArrowRight, MapPin } from 'lucide-react';
import { Button, Dialog } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { SeatMark, nameOf } from '../seats.tsx';
import { select, store, useSight, useStore } from '../store.ts';
import { placeName } from '../words.ts';
import { takeFirstStep } from './first-step.ts';

export function Welcome() {
  const open = useStore((state) => state.welcome);
  const sight = useSight();
  if (!sight) return null;
  const { brief, seat } = sight.own;
  const { exercise } = sight.public;
  const self = sight.public.seats[seat.id];
  if (!self) return null;
  const close = () => store.set({ welcome: false });
  const late = exercise.status !== 'lobby' && (exercise.turn > 1 || exercise.phase !== 'briefing');
  const crises = Object.values(sight.public.crises).filter((crisis) => crisis.open);
  return (
    <Dialog open={open} onClose={close} size="wide" title={t('welcome.title', { country: self.name })}>
      <div className="welcome">
        <div className="welcome-who">
          <SeatMark seat={seat.id} size="large" />
          <div>
            <p>
              {t('welcome.youAre')} <strong>{self.ministry}</strong>
            </p>
            <p className="soft row">
              <MapPin size={16} aria-hidden />
              {t('welcome.where', { region: placeName(sight.public, self.region), affiliation: sight.public.affiliations[self.affiliation]?.name ?? self.affiliation })}
            </p>
          </div>
        </div>
        {late && (
          <p className="welcome-late">
            {t('welcome.late', { turn: exercise.turn, turns: exercise.turns, phase: t(`phase.${exercise.phase}`) })}{' '}
            {crises.map((crisis) => t('welcome.crisis', { name: crisis.name, severity: crisis.severity })).join(' ')}
          </p>
        )}
        <section>
          <h3>{t('welcome.goals')}</h3>
          <ol className="goals">
            {brief.goals.map((goal) => (
              <li key={goal}>{goal}</li>
            ))}
          </ol>
        </section>
        <section className="welcome-step">
          <h3>{t('welcome.nextStep')}</h3>
          <p>{brief.firstStep.text}</p>
          <div className="row-wrap">
            <Button
              kind="primary"
              size="large"
              autoFocus
              onPress={() => {
                close();
                takeFirstStep(brief.firstStep);
              }}
            >
              {t('welcome.doIt')} <ArrowRight size={18} aria-hidden />
            </Button>
            <Button
              size="large"
              onPress={() => {
                close();
                select({ kind: 'seat', id: seat.id });
              }}
            >
              <MapPin size={18} aria-hidden /> {t('welcome.showOnMap', { country: nameOf(sight.public, seat.id) })}
            </Button>
          </div>
        </section>
        <p className="soft small">{t('welcome.again')}</p>
      </div>
    </Dialog>
  );
}
