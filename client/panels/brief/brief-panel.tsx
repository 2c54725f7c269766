// The brief of a seat: who it is, what it wants, what it must not accept, and the situation everybody knows.
import { Panel } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { useExercise, useSight } from '../../store.ts';

export default function BriefPanel() {
  const sight = useSight();
  const exercise = useExercise();
  return (
    <Panel heading={t('panel.brief')}>
      <p className="document-text free-text">{sight?.own.brief.secret ?? exercise?.situation}</p>
    </Panel>
  );
}
