// Sharing a report: for each receiver whether it is allowed and why not, and a warning before a rule is broken.
import { CircleAlert, Share2, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { ACTIONS } from '../../../shared/rules/actions/catalogue.ts';
import { capOf } from '../../../shared/rules/legality.ts';
import { ceilingBetween, illegality } from '../../../shared/rules/intelligence/legality.ts';
import type { DraftCommand } from '../../../shared/model/commands.ts';
import type { Refusal } from '../../../shared/rules/refusals.ts';
import type { ReportView, Sight } from '../../../shared/view/view.ts';
import { timesUsed } from '../../actions/availability.ts';
import { Button, Checkbox, announce } from '../../design/index.ts';
import { refusalText, t, tOr } from '../../locales/text.ts';
import { SeatMark, namesOf } from '../../seats.tsx';
import { ask, releaserKey, told, useReleaser } from '../../team/ask.ts';
import { DraftButton } from '../../team/draft-button.tsx';
import { gradeOf, portionMark } from '../../words.ts';

export type Standing = { kind: 'allowed' } | { kind: 'holds' } | { kind: 'illegal'; why: 'notReleasable' | 'originatorControl' | 'classification' };

/** May this receiver lawfully have it? */
export function standingOf(see: Sight, report: ReportView, to: string): Standing {
  if (report.sharedWith.includes(to) || report.originator === to || report.from === to) return { kind: 'holds' };
  const why = illegality(see, report, to);
  return why === null ? { kind: 'allowed' } : { kind: 'illegal', why };
}

/** Chance in percent that an unlawful share is found out (model guide, section 3: 25 and 10 for each receiver, at most 95). */
export function discoveryChance(receivers: number): number {
  return receivers === 0 ? 0 : Math.min(95, 25 + 10 * receivers);
}

function noteFor(see: Sight, standing: Standing, to: string): string {
  if (standing.kind === 'allowed') return t('share.allowed');
  if (standing.kind === 'holds') return t('share.holds');
  return t(`share.why.${standing.why}`, { ceiling: tOr(`marking.${ceilingBetween(see, to)}`, '') });
}

export function ShareForm({ report, see, onDone }: { report: ReportView; see: Sight; onDone: () => void }) {
  const [to, setTo] = useState<string[]>([]);
  const [controlled, setControlled] = useState(report.originatorControlled);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [busy, setBusy] = useState(false);
  const action = ACTIONS.SHARE!;
  const cap = capOf(see, action);
  const own = report.originator === see.own.seat.id;
  const illegal = to.filter((seat) => standingOf(see, report, seat).kind === 'illegal');
  const params = { report: report.id, to, originatorControlled: controlled };
  const releaser = useReleaser({ type: 'act', action: 'SHARE', params });
  /** What would be asked for; null, with the reason shown, where that is not possible. */
  const complete = (): DraftCommand | null => {
    const local = to.length === 0 ? ({ code: 'partnerMissing', subject: 'to', params: {} } as const) : action.refuse(see, params);
    if (local) setRefusal(local);
    return local ? null : { type: 'act', action: 'SHARE', params };
  };
  const submit = async () => {
    const command = complete();
    if (!command) return;
    setBusy(true);
    const answer = await ask(command);
    setBusy(false);
    if (answer.accepted) {
      told(answer, t('share.done', { names: namesOf(see.public, to) }));
      onDone();
    } else {
      setRefusal(answer.refusal);
      announce(refusalText(answer.refusal));
    }
  };
  return (
    <div className="stack">
      <p className="report-banner">
        <span>{portionMark(report)}</span>
        <span>{gradeOf(report)}</span>
      </p>
      <fieldset className="many-field">
        <legend className="field-label">{t('parameter.SHARE.to')}</legend>
        <ul className="share-list">
          {see.public.exercise.seats.filter((seat) => seat !== see.own.seat.id).map((seat) => {
            const standing = standingOf(see, report, seat);
            return (
              <li key={seat} data-standing={standing.kind}>
                <Checkbox
                  selected={to.includes(seat)}
                  disabled={standing.kind === 'holds'}
                  onChange={(selected) => {
                    setRefusal(null);
                    setTo(selected ? [...to, seat] : to.filter((one) => one !== seat));
                  }}
                  label={<span className="row"><SeatMark seat={seat} size="small" /> {see.public.seats[seat]?.name}</span>}
                  hint={<span className="share-note">{standing.kind === 'illegal' && <TriangleAlert size={14} aria-hidden />} {noteFor(see, standing, seat)}</span>}
                />
              </li>
            );
          })}
        </ul>
      </fieldset>
      {own && <Checkbox label={t('parameter.originatorControlled')} hint={t('parameter.originatorControlled.hint')} selected={controlled} onChange={setControlled} />}
      {illegal.length > 0 && (
        <p className="notice" data-tone="crisis" role="alert">
          <TriangleAlert size={18} aria-hidden /> {t('share.warning', { names: namesOf(see.public, illegal), chance: discoveryChance(illegal.length) })}
        </p>
      )}
      {cap !== null && <p className="soft small">{t('form.capUsed', { used: timesUsed(see, action), cap })}</p>}
      {refusal && (
        <p className="field-error" role="alert">
          <CircleAlert size={16} aria-hidden /> {refusalText(refusal)}
        </p>
      )}
      <div className="row-wrap form-buttons">
        <Button onPress={onDone}>{t('dialog.cancel')}</Button>
        {releaser === null && <DraftButton command={complete} onAnswer={(answer) => (answer.accepted ? onDone() : setRefusal(answer.refusal))} />}
        <Button kind={illegal.length > 0 ? 'danger' : 'primary'} isDisabled={busy} onPress={() => void submit()}>
          <Share2 size={16} aria-hidden /> {releaser !== null ? t('team.draftFor', { releaser: t(releaserKey(releaser)) }) : illegal.length > 0 ? t('share.anyway') : t('intel.share')}
        </Button>
      </div>
    </div>
  );
}
