// What an inject or effects would do now, before anybody decides: numbers before and after, and what else would happen.
import { Eye } from 'lucide-react';
import { useState } from 'react';
import type { Refusal } from '../../shared/rules/refusals.ts';
import type { ControlSlice, PublicView } from '../../shared/view/view.ts';
import type { PreviewAnswer, PreviewRequest } from '../../shared/wire/messages.ts';
import { Button, announce } from '../design/index.ts';
import { sentenceOf } from '../events/sentence.ts';
import { refusalText, t } from '../locales/text.ts';
import { numberName } from '../panels/why/paths.ts';
import { namesOf } from '../seats.tsx';
import { store, useStore } from '../store.ts';
import { signed } from '../words.ts';

/** What a preview tells, in lines; whole moves of one number are one line. */
export function previewLines({ changes, events }: PreviewAnswer): { moves: { path: string; before: number; after: number }[]; rest: PreviewAnswer['events'] } {
  const moves = new Map<string, { path: string; before: number; after: number }>();
  for (const { path, before, after } of changes) {
    const held = moves.get(path);
    moves.set(path, { path, before: held?.before ?? before, after });
  }
  return { moves: [...moves.values()].filter(({ before, after }) => before !== after), rest: events };
}

const NO_ROWS: ControlSlice['msel'] = {};

/** Events that are no news to the ministries, but that control weighs; null for all others. */
function plainly({ type, data }: PreviewAnswer['events'][number], view: PublicView, rows: ControlSlice['msel']): string | null {
  const told = data as Record<string, unknown>;
  switch (type) {
    case 'pressureLaid':
      return t('preview.pressure', { value: Number(told.value), crisis: told.crisis === undefined ? t('effect.allCrises') : (view.crises[String(told.crisis)]?.name ?? String(told.crisis)) });
    case 'messageSent': {
      const { persona, to } = told.message as { persona: string | null; to: string[] };
      return t('preview.message', { from: persona ?? t('word.control'), names: namesOf(view, to) });
    }
    case 'injectDue':
      return t('preview.due', { title: rows[String(told.inject)]?.title ?? String(told.inject) });
    case 'parameterChanged':
      return t('preview.parameter', { name: String(told.name), value: Number(told.value) });
    case 'evidenceNoted':
      return t('preview.evidence');
    default:
      return null;
  }
}

export function PreviewResult({ answer }: { answer: PreviewAnswer }) {
  const view = useStore((state) => state.view!.public);
  const titles = useStore((state) => state.view!.control?.msel ?? NO_ROWS);
  const { moves, rest } = previewLines(answer);
  const known = { view, own: null };
  const told = rest.filter(({ type }) => type !== 'injectFired').map((event) => plainly(event, view, titles) ?? sentenceOf({ type: event.type, data: event.data as Record<string, unknown> }, known)).filter((text) => text !== null);
  if (moves.length === 0 && told.length === 0) return <p className="small soft">{t('preview.nothing')}</p>;
  return (
    <ul className="preview-lines" aria-label={t('preview.title')}>
      {moves.map(({ path, before, after }) => (
        <li key={path}>
          <span className="grow first-capital">{numberName(path, view)}</span>
          <span className="numeric">{t('preview.move', { before, after })}</span>
          <strong className="numeric">{signed(after - before)}</strong>
        </li>
      ))}
      {told.map((text, index) => <li key={index}>{text}</li>)}
    </ul>
  );
}

/** Asks the rules; what is asked is made when the button is pressed, and may turn out not to be askable. */
export function PreviewButton({ asked, onRefused }: { asked: () => PreviewRequest | null; onRefused?: (refusal: Refusal) => void }) {
  const [answer, setAnswer] = useState<PreviewAnswer | null>(null);
  const [error, setError] = useState<string | null>(null);
  const look = async () => {
    setAnswer(null);
    setError(null);
    const request = asked();
    if (!request) return;
    const found = await store.preview(request);
    if (found.ok) {
      setAnswer(found.value);
      announce(t('preview.title'));
    } else if (onRefused) onRefused(found.refusal);
    else setError(refusalText(found.refusal));
  };
  return (
    <div className="preview">
      <Button size="small" onPress={() => void look()}>
        <Eye size={15} aria-hidden /> {t('preview.look')}
      </Button>
      {error && <p className="field-error" role="alert">{error}</p>}
      {answer && <PreviewResult answer={answer} />}
    </div>
  );
}
