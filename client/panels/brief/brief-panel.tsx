// The brief of a seat: who it is, what it wants, what it must not accept, and the situation everybody knows.
import { Compass } from 'lucide-react';
import { useState } from 'react';
import { Button, Panel, Tabs } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { store, useExercise, useSight } from '../../store.ts';
import { Glossary, MinistryBrief, Situation } from './ministry-brief.tsx';
import { TurnBrief } from '../turn-brief/turn-brief.tsx';

export default function BriefPanel() {
  const sight = useSight();
  const exercise = useExercise();
  // Before anything has happened there is the ministry to get to know.
  const [tab, setTab] = useState(() => ((exercise?.turn ?? 0) > 1 ? 'turn' : 'ministry'));
  if (!exercise) return <Panel heading={t('panel.brief')}>{null}</Panel>;
  if (!sight)
    return (
      <Panel heading={t('panel.brief')}>
        <div className="stack-loose">
          <Situation situation={exercise.situation} date={exercise.date} />
          <Glossary />
        </div>
      </Panel>
    );
  const started = exercise.status !== 'lobby' && exercise.status !== 'debrief' && exercise.turn > 0;
  return (
    <Panel
      heading={t('panel.brief')}
      aside={
        <Button size="small" kind="quiet" onPress={() => store.set({ welcome: true })}>
          <Compass size={16} aria-hidden /> {t('brief.welcomeAgain')}
        </Button>
      }
    >
      {started ? (
        <Tabs
          label={t('panel.brief')}
          selected={tab}
          onSelect={setTab}
          items={[
            { id: 'turn', label: t('turnBrief.tab'), content: <TurnBrief /> },
            { id: 'ministry', label: t('turnBrief.ministry'), content: <MinistryBrief sight={sight} /> },
          ]}
        />
      ) : (
        <MinistryBrief sight={sight} />
      )}
    </Panel>
  );
}
