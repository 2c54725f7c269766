// The ledger of one number in one turn: before, the named reasons, after.
import type { PublicView } from '../../../shared/view/view.ts';
import { t } from '../../locales/text.ts';
import { factorText, numberName, thousandths, type Ledger } from './paths.ts';

export function LedgerTable({ ledger, turn, view }: { ledger: Ledger; turn: number; view: PublicView }) {
  // Levels of belief are never shown as numbers: the reports say what they are made of.
  const counted = !ledger.path.startsWith('belief/');
  const most = Math.max(1, ...ledger.lines.map(({ value }) => Math.abs(value)));
  return (
    <table className="ledger">
      <caption className="visually-hidden">{t('why.table', { number: numberName(ledger.path, view), turn })}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('why.factor')}</th>
          <th scope="col">{t('why.effect')}</th>
        </tr>
      </thead>
      <tbody>
        {counted && (
          <tr className="ledger-end">
            <th scope="row">{t('why.before')}</th>
            <td className="numeric">{ledger.before}</td>
          </tr>
        )}
        {ledger.lines.map((line) => (
          <tr key={`${line.name}/${line.with ?? ''}`} data-sign={line.value > 0 ? 'up' : 'down'}>
            <th scope="row">
              <span>{factorText(line, view)}</span>
              <span className="ledger-bar" aria-hidden style={{ width: `${(Math.abs(line.value) / most) * 100}%` }} />
            </th>
            <td className="numeric">{counted ? thousandths(line.value) : line.value > 0 ? '▲' : '▼'}</td>
          </tr>
        ))}
        {counted && (
          <tr className="ledger-end">
            <th scope="row">{t('why.after')}</th>
            <td className="numeric">{ledger.after}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}
