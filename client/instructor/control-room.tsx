// Exercise control's page of one exercise: the lobby with its code before the start, the board of the whole room after it.
import { FlaskConical, Play, QrCode as QrIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ExerciseCard } from '../../shared/wire/messages.ts';
import { api } from '../api.ts';
import { ClockLines } from '../clock/lines.tsx';
import { WorldTabs } from '../cohort/world-tabs.tsx';
import { Button, ConfirmButton, Dialog, Progress, Tabs } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { WhoIsHere } from '../pages/lobby.tsx';
import { namesOf } from '../seats.tsx';
import { MapRegion } from '../shell/map-region.tsx';
import { readinessOf } from '../shell/ready.ts';
import { TopBar } from '../shell/top-bar.tsx';
import { May, useMay } from '../may.tsx';
import { store, useStore } from '../store.ts';
import { assignment } from './assignment.ts';
import { SeatBoard } from './board/seat-board.tsx';
import { WorldStrip } from './board/world-strip.tsx';
import { CourseDates } from './clock-buttons.tsx';
import { control } from './control.ts';
import { ControlBar } from './control-bar.tsx';
import { Evidence } from './evidence.tsx';
import { Ideas } from './ideas.tsx';
import { Injects } from './injects.tsx';
import { PinButton } from './notes/note-box.tsx';
import { NoteList } from './notes/note-list.tsx';
import { Overrides } from './overrides.tsx';
import { JoinSheet } from './join-sheet.tsx';
import { PeopleTab } from './people/people-tab.tsx';
import { WatchBar } from './people/watch-bar.tsx';
import { BeforeStart } from './prepare.tsx';
import { openQuestions } from './questions.ts';
import { Traffic } from './traffic.tsx';
import '../shell/shell.css';
import '../pages/pages.css';
import './instructor.css';
import './board/board.css';

/** The card of this exercise: its code and the addresses of its join page. */
function useCard(id: string): ExerciseCard | null {
  const [card, setCard] = useState<ExerciseCard | null>(null);
  useEffect(() => {
    let gone = false;
    void api.card(id, store.get().session?.token ?? '').then((answer) => {
      if (!gone && answer.ok) setCard(answer.value);
    });
    return () => {
      gone = true;
    };
  }, [id]);
  return card;
}

function Gathering({ card }: { card: ExerciseCard | null }) {
  const view = useStore((state) => state.view!.public);
  const presence = useStore((state) => state.presence);
  const people = Object.values(presence);
  const open = assignment(view, people);
  const empty = view.exercise.seats.filter((seat) => !people.some((person) => person.seat === seat) && !view.seats[seat]?.bot);
  const complete = empty.length === 0 && open.length === 0;
  const start = () => void control({ type: 'startExercise' });
  return (
    <div className="gathering">
      <div className="stack-loose">
        <section className="card">
          <div className="card-body">{card ? <JoinSheet code={card.code} urls={card.joinUrls} seats={view.exercise.seats.map((id) => ({ id, name: view.seats[id]?.name ?? id }))} /> : <Progress label={t('page.loading')} />}</div>
        </section>
        <CourseDates />
        <section className="card">
          <div className="card-body stack">
            <h2>{t('board.title')}</h2>
            <WhoIsHere view={view} />
          </div>
        </section>
      </div>
      <section className="card">
        <div className="card-body stack-loose">
          <div className="row-wrap">
            <h2 className="grow">{t('lobby.who')}</h2>
            <May ask="startPractice">
              <ConfirmButton title={t('practice.startTitle')} text={t('practice.startText')} confirm={t('practice.start')} onConfirm={() => void control({ type: 'startPractice' })}>
                <FlaskConical size={17} aria-hidden /> {t('practice.start')}
              </ConfirmButton>
            </May>
            <May ask="startExercise"><ConfirmButton
              kind="primary"
              asks={!complete}
              title={complete ? t('control.start') : t('control.startTitle')}
              text={
                <div className="stack">
                  {open.length > 0 && <p>{t('control.startUnseated', { count: open.length })}</p>}
                  {empty.length > 0 && <p>{t('control.startEmpty', { names: namesOf(view, empty) })}</p>}
                  {complete && <p>{t('control.startComplete')}</p>}
                </div>
              }
              confirm={complete ? t('control.start') : t('control.startAnyway')}
              onConfirm={start}
            >
              <Play size={17} aria-hidden /> {t('control.start')}
            </ConfirmButton></May>
          </div>
          <PeopleTab card={card} />
        </div>
      </section>
    </div>
  );
}

/** Who is ready and who is awaited. */
function ReadyLine() {
  const { ready, seats, names } = useStore(({ view }) => {
    const { missing, ...counts } = readinessOf(view!.public);
    return { ...counts, names: namesOf(view!.public, missing) };
  });
  const over = useStore((state) => state.view!.public.exercise.status === 'debrief');
  return (
    <p className="grow">
      {!over && seats > 0 && (
        <>
          <strong>{t('ready.count', { ready, seats })}</strong>{' '}
          <span className="soft">{names === '' ? t('ready.all') : t('ready.missing', { names })}</span>
        </>
      )}
    </p>
  );
}

function Running({ card }: { card: ExerciseCard | null }) {
  const runs = useMay('pause');
  const notes = useMay('pinObservation');
  const tab = useStore((state) => state.controlTab) ?? (notes && !runs ? 'notes' : 'traffic');
  const [showCode, setShowCode] = useState(false);
  const questions = useStore((state) => openQuestions(state.view!.control?.messages ?? {}));
  const ideas = useStore((state) => Object.values(state.view!.public.matrix).filter(({ status }) => status === 'open').length);
  return (
    <>
      <May ask="pause" otherwise={<WatchBar />}><ControlBar /></May>
      <div className="board">
        {/* The grid of injects takes the whole board; what lies under it stays as it is and cannot be reached meanwhile. */}
        <section className="board-main" inert={tab === 'injects'}>
          <div className="row-wrap">
            <ReadyLine />
            <May ask="pinObservation"><PinButton /></May>
            {card && (
              <Button size="small" onPress={() => setShowCode(true)}>
                <QrIcon size={16} aria-hidden /> {t('control.code', { code: card.code })}
              </Button>
            )}
          </div>
          <WorldStrip />
          <SeatBoard />
          <div className="board-map">
            <MapRegion />
          </div>
        </section>
        <section className="board-side" data-wide={tab === 'injects'}>
          <Tabs
            label={t('control.tabs')}
            selected={tab}
            onSelect={(controlTab) => store.set({ controlTab })}
            items={[
              { id: 'traffic', label: t('panel.messages'), count: questions, content: <Traffic /> },
              { id: 'injects', label: t('msel.tab'), content: <Injects /> },
              { id: 'ideas', label: t('rulings.tab'), count: ideas, content: <div className="stack-loose"><Ideas /><Overrides /></div> },
              { id: 'evidence', label: t('evidence.tab'), content: <Evidence /> },
              { id: 'notes', label: t('note.tab'), content: <NoteList /> },
              { id: 'people', label: t('people.title'), content: <PeopleTab card={card} /> },
            ]}
          />
        </section>
      </div>
      {card && (
        <Dialog open={showCode} onClose={() => setShowCode(false)} title={t('joinSheet.title')} size="wide">
          <JoinSheet code={card.code} urls={card.joinUrls} />
        </Dialog>
      )}
    </>
  );
}

export default function ControlRoom() {
  const exercise = useStore((state) => state.view!.public.exercise);
  const card = useCard(exercise.id);
  return (
    <div className="shell" data-phase={exercise.phase} data-turn={exercise.turn} data-seat="" data-status={exercise.status}>
      <TopBar seat={null} />
      <ClockLines />
      <WorldTabs />
      <main className="control-main">{exercise.status === 'lobby' ? <BeforeStart><Gathering card={card} /></BeforeStart> : <Running card={card} />}</main>
    </div>
  );
}
