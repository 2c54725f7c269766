// The bar over the room for those of the staff who see it and do not run it.
import { Eye, History, NotebookPen } from 'lucide-react';
import { Badge, Link } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { useStore } from '../../store.ts';
import { RecordButton } from '../control-bar.tsx';
import './people.css';

export function WatchBar() {
  const { id, status } = useStore((state) => state.view!.public.exercise);
  const evaluates = useStore((state) => state.role === 'evaluator');
  return (
    <div className="watch-bar">
      {evaluates ? <NotebookPen size={18} aria-hidden /> : <Eye size={18} aria-hidden />}
      <Badge tone="intel">{t(evaluates ? 'staff.role.evaluator' : 'staff.role.observer')}</Badge>
      <span className="grow soft">{t(evaluates ? 'staff.bar.evaluator' : 'staff.bar.observer')}</span>
      {status === 'debrief' && (
        <>
          <Link to={`/replay/${id}`} className="button"><History size={17} aria-hidden /> {t('control.replay')}</Link>
          <RecordButton id={id} />
        </>
      )}
    </div>
  );
}
