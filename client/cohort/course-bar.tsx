// The buttons that run the clock of several worlds at once: which worlds they act on, and what each command needs to be asked first.
import { FastForward, Flag, Pause, Play, Plus } from 'lucide-react';
import { useState } from 'react';
import { PHASES } from '../../shared/model/vocabulary.ts';
import type { CommandWorldsAnswer } from '../../shared/wire/messages.ts';
import { Button, Checkbox, ConfirmButton, announce, notify } from '../design/index.ts';
import { BreakDialog, ReasonDialog } from '../instructor/clock-buttons.tsx';
import { list, refusalText, t } from '../locales/text.ts';
import type { CohortLink } from './cohort-link.ts';
import { fitting, readiness, type CourseCommand, type World } from './worlds.ts';

/** More worlds than that have their letters alone in the bar. */
const MOST_NAMED = 3;

const named = (worlds: readonly World[]): string => t('worlds.list', { count: worlds.length, letters: list(worlds.map(({ letter }) => letter)) });

/** Where it was done the board shows it: that is only said. Where not, everybody reads why. */
function tell(worlds: readonly World[], answers: CommandWorldsAnswer, what: string): void {
  const done = worlds.filter(({ exercise }) => answers[exercise]?.accepted);
  if (done.length > 0) announce(t('worlds.done', { what, worlds: named(done) }));
  for (const { exercise, letter } of worlds) {
    const answer = answers[exercise];
    if (answer && !answer.accepted) notify(t('worlds.refused', { letter, reason: refusalText(answer.refusal) }), 'refusal');
  }
}

/** The next phase where all worlds go on to the same one. */
function advanceLabel(worlds: readonly World[]): string {
  const next = new Set(worlds.map(({ summary: { clock } }) => PHASES[PHASES.indexOf(clock.phase) + 1]));
  const [phase] = next;
  return next.size === 1 && phase !== undefined ? t('control.advanceTo', { phase: t(`phase.${phase}`) }) : t('worlds.advance');
}

function Missing({ worlds }: { worlds: readonly World[] }) {
  return (
    <div className="stack">
      <ul className="stack">
        {worlds.map(({ exercise, letter, summary }) => {
          const { missing } = readiness(summary);
          return <li key={exercise}>{missing.length === 0 ? t('worlds.advanceMissingNobody', { letter }) : t('worlds.advanceMissing', { letter, count: missing.length, names: list(missing.map(({ name }) => name)) })}</li>;
        })}
      </ul>
      <p className="soft">{t('worlds.advanceDrafts')}</p>
    </div>
  );
}

export function CourseBar({ worlds, command }: { worlds: readonly World[]; command: CohortLink['command'] }) {
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = worlds.filter(({ exercise }) => !left.includes(exercise));
  const choose = (exercise: string, on: boolean) => setLeft(on ? left.filter((one) => one !== exercise) : [...left, exercise]);
  const send = async (asked: CourseCommand, what: string) => {
    const to = fitting(chosen, asked.type);
    try {
      tell(to, await command(to.map(({ exercise }) => exercise), asked), what);
    } catch {
      notify(t('network.failed'), 'refusal');
    }
  };
  const [starting, pausing, resuming, extending, going] = (['startExercise', 'pause', 'resume', 'extendPhase', 'advancePhase'] as const).map((type) => fitting(chosen, type)) as [World[], World[], World[], World[], World[]];
  const doing = (what: string, where: readonly World[]) => (where.length === 0 ? what : t('worlds.doIn', { what, worlds: named(where) }));
  const advance = advanceLabel(going);
  return (
    <div className="control-bar worlds-bar" role="toolbar" aria-label={t('worlds.clock')}>
      <div className="worlds-chosen" role="group" aria-label={t('worlds.chosen')}>
        {worlds.map(({ exercise, letter }) => (
          <Checkbox key={exercise} label={worlds.length > MOST_NAMED ? <><span className="visually-hidden">{t('worlds.world', { letter })}</span><strong aria-hidden>{letter}</strong></> : t('worlds.world', { letter })} selected={!left.includes(exercise)} onChange={(on) => choose(exercise, on)} />
        ))}
      </div>
      {worlds.some(({ summary }) => summary.clock.status === 'lobby') && (
        <ConfirmButton
          kind="primary"
          disabled={starting.length === 0}
          name={doing(t('control.start'), starting)}
          title={t('worlds.startTitle', { worlds: named(starting) })}
          text={<ul className="stack">{starting.map(({ exercise, letter, people }) => <li key={exercise}>{t('worlds.startText', { letter, people: people.joined, unseated: people.unseated.length })}</li>)}</ul>}
          confirm={t('worlds.startConfirm')}
          onConfirm={() => void send({ type: 'startExercise' }, t('control.start'))}
        >
          <Play size={17} aria-hidden /> {t('control.start')}
        </ConfirmButton>
      )}
      <ReasonDialog icon={<Pause size={17} aria-hidden />} label={t('control.pause')} disabled={pausing.length === 0} name={doing(t('control.pause'), pausing)} title={doing(t('control.pause'), pausing)} done={t('control.pause')} onDone={(reason) => void send({ type: 'pause', reason }, t('control.pause'))} />
      <BreakDialog onBreak={false} disabled={pausing.length === 0} name={doing(t('break.call'), pausing)} onDone={(minutes, reason) => void send({ type: 'callBreak', minutes, reason }, t('break.call'))} />
      <Button isDisabled={resuming.length === 0} aria-label={doing(t('control.resume'), resuming)} onPress={() => void send({ type: 'resume' }, t('control.resume'))}>
        <Play size={17} aria-hidden /> {t('control.resume')}
      </Button>
      {[1, 5].map((minutes) => (
        <Button key={minutes} isDisabled={extending.length === 0} aria-label={doing(t('control.extendBy', { minutes }), extending)} onPress={() => void send({ type: 'extendPhase', seconds: minutes * 60 }, t('control.extendBy', { minutes }))}>
          <Plus size={15} aria-hidden /> {t('control.minutes', { minutes })}
        </Button>
      ))}
      <ConfirmButton
        kind="primary"
        disabled={going.length === 0}
        name={doing(advance, going)}
        asks={going.some(({ summary }) => readiness(summary).missing.length > 0)}
        title={t('worlds.advanceTitle', { worlds: named(going) })}
        text={<Missing worlds={going} />}
        confirm={t('control.advanceAnyway')}
        onConfirm={() => void send({ type: 'advancePhase' }, advance)}
      >
        <FastForward size={17} aria-hidden /> {advance}
      </ConfirmButton>
      <span className="grow" />
      <ConfirmButton danger disabled={going.length === 0} name={doing(t('control.end'), going)} title={t('worlds.endTitle', { worlds: named(going) })} text={t('worlds.endText')} confirm={t('worlds.endConfirm')} onConfirm={() => void send({ type: 'endExercise' }, t('control.end'))}>
        <Flag size={17} aria-hidden /> {t('control.end')}
      </ConfirmButton>
    </div>
  );
}
