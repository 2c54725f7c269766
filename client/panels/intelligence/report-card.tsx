// A report with everything a reader must know of it: grade, marking, originator, whom it went to, and what to do with it.
import { EyeOff, Share2, ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import type { PublicView, ReportView, Sight } from '../../../shared/view/view.ts';
import { ActionForm } from '../../actions/action-form.tsx';
import { ActionMenu } from '../../actions/action-menu.tsx';
import { availabilityOf } from '../../actions/availability.ts';
import { ACTIONS } from '../../../shared/rules/actions/catalogue.ts';
import { Badge, Button, Dialog, Facts } from '../../design/index.ts';
import { t, tOr } from '../../locales/text.ts';
import { SeatMark, nameOf, namesOf } from '../../seats.tsx';
import { useReadOnly } from '../../store.ts';
import { exerciseWord, gradeInWords, gradeOf, portionMark } from '../../words.ts';
import { ShareForm } from './share-form.tsx';

export function claimName(view: PublicView, report: Pick<ReportView, 'threat' | 'claim'>): string {
  return view.threats[report.threat]?.hypotheses.find(({ id }) => id === report.claim)?.name ?? report.claim;
}

/** Where it comes from and who has it. */
function Provenance({ report, view }: { report: ReportView; view: PublicView }) {
  const capped = report.givenReliability !== report.reliability;
  const rows = [
    { label: t('intel.grade'), value: `${gradeInWords(report)}${capped ? ` ${t('intel.capped', { letter: report.givenReliability })}` : ''}` },
    { label: t('intel.originator'), value: `${nameOf(view, report.originator)}${report.sanitised ? `, ${t('intel.sanitised')}` : ''}` },
    report.from !== null && report.from !== report.originator && { label: t('intel.from'), value: nameOf(view, report.from) },
    report.cleared.length > 0 && { label: t('intel.cleared'), value: namesOf(view, report.cleared) },
    { label: t('intel.sharedWith'), value: report.sharedWith.length === 0 ? t('intel.nobody') : namesOf(view, report.sharedWith) },
  ];
  return <Facts rows={rows.filter((row) => row !== false)} />;
}

export function ReportCard({ report, see, part }: { report: ReportView; see: Sight; part?: { part: number; without: number; counted: boolean } }) {
  const readOnly = useReadOnly();
  const [dialog, setDialog] = useState<'share' | 'sanitise' | null>(null);
  const own = report.originator === see.own.seat.id;
  const can = (code: string) => availabilityOf(see, ACTIONS[code]!).kind === 'open';
  const sanitising = availabilityOf(see, ACTIONS.SANITISE!);
  const close = () => setDialog(null);
  return (
    <article className="report" data-fabricated={report.fabricated}>
      <p className="report-banner">
        <span>{portionMark(report)}</span>
        <span className="caps">{exerciseWord(see.public)}</span>
      </p>
      <div className="row">
        {report.originator === 'control' ? null : <SeatMark seat={report.originator} size="small" label />}
        <strong className="grow">{claimName(see.public, report)}</strong>
        <Badge tone="intel" label={gradeInWords(report)}>{gradeOf(report)}</Badge>
      </div>
      {report.text !== '' && <p className="document-text">{report.text}</p>}
      {part && <p className="small">{part.counted ? t('intel.part', { part: part.part, without: part.without }) : t('intel.notCounted')}</p>}
      {report.fabricated && (
        <p className="notice" data-tone="crisis">
          <ShieldAlert size={16} aria-hidden /> {t(own ? 'intel.ownForgery' : 'intel.fabricated')}
        </p>
      )}
      <details className="earlier">
        <summary className="small">{t('intel.more', { turn: report.turn })}</summary>
        <Provenance report={report} view={see.public} />
        <ActionMenu target={{ thing: 'report', id: report.id }} only={({ code }) => code !== 'SHARE' && code !== 'SANITISE'} heading={null} />
      </details>
      {!readOnly && !report.fabricated && (
        <div className="row-wrap">
          <Button size="small" isDisabled={!can('SHARE')} onPress={() => setDialog('share')}>
            <Share2 size={15} aria-hidden /> {t('intel.share')}
          </Button>
          {own && !report.sanitised && (
            <Button size="small" isDisabled={sanitising.kind !== 'open'} onPress={() => setDialog('sanitise')}>
              <EyeOff size={15} aria-hidden /> {t('action.SANITISE')}{sanitising.kind === 'locked' && sanitising.turn !== null && ` (${t('menu.locked', { turn: sanitising.turn })})`}
            </Button>
          )}
        </div>
      )}
      <Dialog open={dialog === 'share'} onClose={close} title={t('intel.shareTitle')}>
        <ShareForm report={report} see={see} onDone={close} />
      </Dialog>
      <Dialog open={dialog === 'sanitise'} onClose={close} title={tOr('action.SANITISE', '')}>
        <ActionForm code="SANITISE" given={{ report: report.id }} onDone={close} onCancel={close} />
      </Dialog>
    </article>
  );
}
