// An inject as it arrives: from whom, what it says, and the decision it asks for.
import { Mail } from 'lucide-react';
import { useState } from 'react';
import { Radio, RadioGroup, Label } from 'react-aria-components';
import type { InjectView } from '../../../shared/view/view.ts';
import { announce, Badge, Button, Card, Paragraphs } from '../../design/index.ts';
import { refusalText, t } from '../../locales/text.ts';
import { useReadOnly } from '../../store.ts';
import { ask, told, useAskLabel } from '../../team/ask.ts';
import { useOpened } from './use-opened.ts';

function Decision({ inject, open }: { inject: InjectView; open: boolean }) {
  const decide = inject.decide!;
  const readOnly = useReadOnly();
  const [choice, setChoice] = useState(decide.taken ?? decide.default);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const label = useAskLabel({ type: 'decideInject', inject: inject.id, option: choice }, t('inject.decide'));
  const taken = decide.options.find((option) => option.id === decide.taken);
  if (taken) return <p>{t('inject.taken', { option: taken.label })}</p>;
  const byDefault = decide.options.find((option) => option.id === decide.default);
  if (!open) return <p className="soft">{t('inject.default', { option: byDefault?.label ?? decide.default })}</p>;
  return (
    <div className="stack">
      <RadioGroup value={choice} onChange={setChoice} isDisabled={readOnly} className="choices">
        <Label className="field-label">{decide.question}</Label>
        {decide.options.map((option) => (
          <Radio key={option.id} value={option.id} className="choice">
            <span className="dot" aria-hidden />
            <span>
              {option.label}
              {option.id === decide.default && <span className="field-hint"> {t('inject.isDefault')}</span>}
            </span>
          </Radio>
        ))}
      </RadioGroup>
      {error && <p className="field-error" role="alert">{error}</p>}
      {!readOnly && (
        <div>
          <Button
            kind="primary"
            isDisabled={busy}
            onPress={async () => {
              setBusy(true);
              const answer = await ask({ type: 'decideInject', inject: inject.id, option: choice });
              setBusy(false);
              setError(answer.accepted ? null : refusalText(answer.refusal));
              if (answer.accepted && answer.laid) told(answer, '');
              else announce(answer.accepted ? t('inject.decided') : refusalText(answer.refusal));
            }}
          >
            {label}
          </Button>
        </div>
      )}
    </div>
  );
}

export function InjectCard({ inject, turn }: { inject: InjectView; turn: number }) {
  const heading = useOpened<HTMLHeadingElement>(inject.id);
  const waits = inject.decide !== null && inject.decide.taken === null && inject.decide.dueTurn >= turn;
  return (
    <Card tone={waits ? 'caution' : 'plain'} label={inject.title}>
      <div className="stack">
        <div className="row">
          <Mail size={18} aria-hidden />
          <span className="soft small grow">{t('inject.from', { from: inject.from, turn: inject.turn })}</span>
          {waits && <Badge tone="caution">{inject.decide!.dueTurn > turn ? t('inject.waitsUntil', { turn: inject.decide!.dueTurn }) : t('inject.waits')}</Badge>}
        </div>
        <h3 ref={heading}>{inject.title}</h3>
        <Paragraphs text={inject.text} />
        {inject.decide && <Decision inject={inject} open={inject.decide.dueTurn >= turn} />}
      </div>
    </Card>
  );
}
