// Ideas that no action covers, before exercise control: odds, what follows from success, a look at it, and the judgement.
import { Gavel, Lightbulb } from 'lucide-react';
import { useState } from 'react';
import { MATRIX_ODDS } from '../../shared/model/vocabulary.ts';
import type { MatrixOrder } from '../../shared/model/state.ts';
import type { Refusal } from '../../shared/rules/refusals.ts';
import type { PublicView } from '../../shared/view/view.ts';
import type { EffectDraft } from '../../shared/scenario/schema.ts';
import { ConfirmButton, EmptyState, Select, TextField, announce, notify } from '../design/index.ts';
import { refusalText, t } from '../locales/text.ts';
import { IdeaCard } from '../panels/orders/idea-card.tsx';
import { ideasOf } from '../panels/orders/ideas.ts';
import { nameOf } from '../seats.tsx';
import { useMay } from '../may.tsx';
import { send, useStore } from '../store.ts';
import { EffectRows } from './effect-rows.tsx';
import { effectsOf, rowAt, type Row } from './effects.ts';
import { PreviewButton } from './preview.tsx';

type Odds = (typeof MATRIX_ODDS)[number];
const EVEN: Odds = 50;
/** What the odds mean, in the words used of them at the table. */
const ODDS = MATRIX_ODDS.map((odds, index) => ({ odds, id: String(odds), word: (['remote', 'unlikely', 'even', 'likely', 'nearlyCertain'] as const)[index]! }));

function Judge({ idea, view }: { idea: MatrixOrder; view: PublicView }) {
  const [odds, setOdds] = useState<Odds>(EVEN);
  const [rows, setRows] = useState<Row[]>([]);
  const [outcome, setOutcome] = useState('');
  const [fault, setFault] = useState<{ row: number; problem: string } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const change = (next: Row[]) => {
    setFault(null);
    setRows(next);
  };
  const effects = (): EffectDraft[] | null => {
    const made = effectsOf(rows);
    setFault(made.ok ? null : { row: made.row, problem: t('effect.fault', { problem: made.problem }) });
    if (!made.ok) announce(t('effect.fault', { problem: made.problem }));
    return made.ok ? made.effects : null;
  };
  const refused = (refusal: Refusal) => {
    const [part, index] = refusal.subject?.split('/') ?? [];
    if (part === 'effects' && index !== undefined) setFault({ row: rowAt(rows, Number(index)), problem: refusalText(refusal) });
    else setError(refusalText(refusal));
    announce(refusalText(refusal));
  };
  const judge = async () => {
    const made = effects();
    if (!made) return;
    setError(null);
    const answer = await send({ type: 'judgeMatrix', matrix: idea.id, odds, effects: made, outcome: outcome.trim() });
    if (answer.accepted) notify(t('judge.done', { name: nameOf(view, idea.seat) }));
    else refused(answer.refusal);
  };
  return (
    <div className="stack judge">
      <Select label={t('judge.odds')} hint={t('judge.oddsHint')} value={String(odds)} options={ODDS.map(({ id, odds: percent, word }) => ({ id, label: t(`judge.odds.${word}`, { odds: percent }) }))} onChange={(chosen) => setOdds(ODDS.find(({ id }) => id === chosen)!.odds)} />
      <EffectRows view={view} rows={rows} heading={t('effect.heading')} none={t('effect.none')} proposer={idea.seat} fault={fault} onChange={change} />
      {rows.length > 0 && (
        <PreviewButton
          asked={() => {
            const made = effects();
            return made && { effects: made, seat: idea.seat };
          }}
          onRefused={refused}
        />
      )}
      <TextField label={t('judge.outcome')} hint={t('judge.outcomeHint')} value={outcome} rows={2} maxLength={800} onChange={setOutcome} />
      {error && <p className="field-error" role="alert">{error}</p>}
      <div>
        <ConfirmButton kind="primary" title={t('judge.title', { odds })} text={t('judge.text', { name: nameOf(view, idea.seat), odds, effects: rows.length })} confirm={t('judge.confirm')} onConfirm={() => void judge()}>
          <Gavel size={16} aria-hidden /> {t('judge.judge')}
        </ConfirmButton>
      </div>
    </div>
  );
}

export function Ideas() {
  const view = useStore((state) => state.view!.public);
  const ideas = ideasOf(view);
  const judges = useMay('judgeMatrix');
  if (ideas.length === 0) return <EmptyState icon={Lightbulb} title={t('judge.empty')}>{t('judge.emptyText')}</EmptyState>;
  const live = judges && view.exercise.status !== 'debrief';
  return (
    <div className="stack-loose">
      {ideas.map((idea) => (
        <IdeaCard key={idea.id} idea={idea} view={view} self={null}>
          {idea.status === 'open' && live && <Judge idea={idea} view={view} />}
        </IdeaCard>
      ))}
    </div>
  );
}
