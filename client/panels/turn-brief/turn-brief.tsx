// The brief for the turn on the screen: five lines for the minister or everything for the staff; each line leads to what it is about.
import { ArrowRight, CalendarClock, CircleHelp, TrendingUp, type LucideIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Sight } from '../../../shared/view/view.ts';
import type { SeenEvent } from '../../../shared/wire/messages.ts';
import { Button, Choice, CopyButton, EmptyState, Progress } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { briefLength, keepBriefLength } from '../../session.ts';
import { openPanel, select, useSight } from '../../store.ts';
import { Explained } from '../why/explained.tsx';
import { useHistory, type Asked } from '../why/use-changes.ts';
import { SECTIONS, briefText, seniorLines, turnBrief, type BriefLine, type Histories, type Section } from './turn-brief.ts';
import '../why/why.css';
import './turn-brief.css';

const ICONS: Record<Section, LucideIcon> = { changed: TrendingUp, due: CalendarClock, decide: CircleHelp };

/** The brief as it stands now; null until what happened is here. What is still there of another turn is left out. */
function useTurnBrief(see: Sight | null): { lines: BriefLine[]; events: Histories } | null {
  const turn = see?.public.exercise.turn ?? 0;
  const before = useHistory(turn - 1, turn > 1);
  const now = useHistory(turn, turn > 0);
  return useMemo(() => {
    if (!see || now.state === 'loading' || (turn > 1 && before.state === 'loading')) return null;
    const events = { before: eventsOf(before, turn - 1), now: eventsOf(now, turn) };
    return { lines: turnBrief(see, events), events };
  }, [see, before, now, turn]);
}

const eventsOf = (asked: Asked, turn: number): SeenEvent[] => (asked.state === 'here' ? asked.events.filter((event) => event.turn === turn) : []);

function leadTo({ opens }: BriefLine): void {
  if (!('panel' in opens)) return;
  select(opens.selection ?? null);
  openPanel(opens.panel);
}

function Line({ line, see, events }: { line: BriefLine; see: Sight; events: Histories }) {
  if ('path' in line.opens)
    return (
      <li className="brief-line">
        <Explained text={line.text} path={line.opens.path} events={events.before} turn={see.public.exercise.turn - 1} view={see.public} />
      </li>
    );
  return (
    <li className="brief-line">
      <button type="button" className="sentence-button" onClick={() => leadTo(line)}>
        <span className="grow">{line.text}</span>
        <ArrowRight size={16} aria-hidden className="soft" />
      </button>
    </li>
  );
}

function Lines({ lines, see, events }: { lines: readonly BriefLine[]; see: Sight; events: Histories }) {
  return (
    <div className="stack">
      {SECTIONS.map((section) => {
        const mine = lines.filter((line) => line.section === section);
        const Icon = ICONS[section];
        return mine.length === 0 ? null : (
          <section key={section} className="brief-section" data-section={section} aria-label={t(`turnBrief.${section}`)}>
            <h3 className="row">
              <Icon size={16} aria-hidden /> {t(`turnBrief.${section}`)}
            </h3>
            <ul>{mine.map((line) => <Line key={line.id} line={line} see={see} events={events} />)}</ul>
          </section>
        );
      })}
    </div>
  );
}

const nothing = () => <EmptyState title={t('turnBrief.none')}>{t('turnBrief.noneText')}</EmptyState>;

/** Whole, with the choice of its length. */
export function TurnBrief() {
  const see = useSight();
  const brief = useTurnBrief(see);
  const [length, setLength] = useState(briefLength);
  if (!see || !brief) return <Progress label={t('why.loading')} />;
  const title = t('turnBrief.title', { turn: see.public.exercise.turn });
  return (
    <div className="stack-loose">
      <div className="row-wrap brief-head">
        <Choice
          label={t('turnBrief.length')}
          value={length}
          options={[{ id: 'senior', label: t('turnBrief.senior'), name: t('turnBrief.seniorName') }, { id: 'staff', label: t('turnBrief.staff'), name: t('turnBrief.staffName') }]}
          onChange={(chosen) => {
            setLength(chosen);
            keepBriefLength(chosen);
          }}
        />
        <span className="grow" />
        <CopyButton size="small" text={briefText(title, brief.lines)} label={t('turnBrief.copy')} name={t('turnBrief.copyName')} />
      </div>
      {brief.lines.length === 0 ? nothing() : <Lines lines={length === 'senior' ? seniorLines(brief.lines) : brief.lines} see={see} events={brief.events} />}
    </div>
  );
}

/** The minister's five lines, above what has arrived; everything else is a step away. */
export function SeniorBrief() {
  const see = useSight();
  const brief = useTurnBrief(see);
  if (!see || !brief || brief.lines.length === 0) return null;
  const first = seniorLines(brief.lines);
  return (
    <section className="card" data-tone="action" aria-label={t('turnBrief.title', { turn: see.public.exercise.turn })}>
      <div className="card-heading">
        <h3>{t('turnBrief.title', { turn: see.public.exercise.turn })}</h3>
        <Button size="small" kind="quiet" onPress={() => openPanel('brief')}>{t('turnBrief.all', { count: brief.lines.length - first.length })}</Button>
      </div>
      <div className="card-body">
        <Lines lines={first} see={see} events={brief.events} />
      </div>
    </section>
  );
}
