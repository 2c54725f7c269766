// Looking back: three sentences, what happened, what became of the orders; the debrief once everything is disclosed.
import { Panel } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { useExercise } from '../../store.ts';
import { Debrief } from './debrief.tsx';
import { TurnReview } from './turn-review.tsx';
import '../detail/detail.css';
import '../why/why.css';
import './review.css';

export default function ReviewPanel() {
  const exercise = useExercise();
  const disclosed = exercise?.status === 'debrief';
  return <Panel heading={disclosed ? t('review.debrief') : t('panel.review')}>{exercise && (disclosed ? <Debrief /> : <TurnReview />)}</Panel>;
}
