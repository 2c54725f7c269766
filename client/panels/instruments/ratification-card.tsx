// What ratifying would cost, opened into its parts, with the clauses that cost sovereignty.
import type { InstrumentView, Sight } from '../../../shared/view/view.ts';
import { ratificationInSight, type Ratification } from '../../../shared/rules/instruments/acceptability.ts';
import type { Text } from '../../../shared/rules/instruments/binding.ts';
import { clauseTitle } from '../../clauses/prose.ts';
import { t, tOr } from '../../locales/text.ts';
import { signed } from '../../words.ts';

function Parts({ caption, parts, total, totalName }: { caption: string; parts: Ratification['parts']; total: number; totalName: string }) {
  return (
    <table className="ledger">
      <caption className="visually-hidden">{caption}</caption>
      <tbody>
        {parts.map(({ name, value }) => (
          <tr key={name} data-sign={value < 0 ? 'down' : 'up'}>
            <th scope="row">
              <span>{tOr(`part.${name}`, name)}</span>
            </th>
            <td className="numeric">{signed(value)}</td>
          </tr>
        ))}
        <tr className="ledger-end">
          <th scope="row">{totalName}</th>
          <td className="numeric">{total}</td>
        </tr>
      </tbody>
    </table>
  );
}

export function RatificationCard({ see, text }: { see: Sight; text: InstrumentView | Text }) {
  const { price, parts, acceptability, threshold } = ratificationInSight(see, text);
  if (threshold === null) return <p className="soft small">{t('ratify.mou')}</p>;
  const burdens = acceptability.burdens.filter(({ intrusiveness }) => intrusiveness > 0);
  return (
    <details className="ratification">
      <summary>
        <span className="grow">{t('ratify.price', { price })}</span>
        <span className="why-word">{t('why.short')}</span>
      </summary>
      <div className="stack">
        <Parts caption={t('ratify.priceTable')} parts={parts} total={price} totalName={t('ratify.total')} />
        <p className="small">{t('ratify.acceptability', { value: acceptability.value, threshold })}</p>
        <Parts caption={t('ratify.acceptabilityTable')} parts={acceptability.parts} total={acceptability.value} totalName={t('ratify.acceptance')} />
        {burdens.length > 0 && (
          <p className="small soft">{t('ratify.burdens', { clauses: burdens.map(({ kind, intrusiveness }) => `${clauseTitle(kind)} (${intrusiveness})`).join(', ') })}</p>
        )}
      </div>
    </details>
  );
}
