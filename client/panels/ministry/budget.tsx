// The budget: two pots as a bar and a table, income to come, duties from agreements, and what is promised beyond the means.
import { CircleAlert } from 'lucide-react';
import { path } from '../../../shared/model/fields.ts';
import { isPaid, potsOf } from '../../../shared/rules/pots.ts';
import { incomeOf } from '../../../shared/rules/money.ts';
import type { Sight } from '../../../shared/view/view.ts';
import { StackedBar } from '../../charts/stacked-bar.tsx';
import { Badge, Table } from '../../design/index.ts';
import { t, tOr } from '../../locales/text.ts';
import { ordersOf, useSheet } from '../../orders/sheet.ts';
import { Figure } from '../figure.tsx';
import { committedOf } from './committed.ts';

/** What is left once the orders are paid, and what comes. */
function Left({ see }: { see: Sight }) {
  const { budget, income, publicOpinion } = see.own.ministry;
  return (
    <div className="stack-loose">
      <dl className="figures-list">
        <Figure label={t('budget.now')} value={budget} path={path.seat(see.own.seat.id, 'budget')} />
        <Figure label={t('budget.nextTurn')} value={incomeOf(see.public.exercise.turn + 1, income, publicOpinion)} />
      </dl>
      <p className="soft">{t('budget.paid')}</p>
      <Committed see={see} />
    </div>
  );
}

export function Budget({ see }: { see: Sight }) {
  return isPaid(see.public.exercise) ? <Left see={see} /> : <Pots see={see} />;
}

function Pots({ see }: { see: Sight }) {
  const pots = potsOf(see, ordersOf(see, useSheet()));
  const { reckoned } = pots;
  const whole = reckoned.budget + reckoned.income;
  const free = Math.max(0, reckoned.left);
  return (
    <div className="stack-loose">
      <dl className="figures-list">
        <Figure label={t('budget.now')} value={reckoned.budget} path={path.seat(see.own.seat.id, 'budget')} />
        <Figure label={t('budget.thisTurn')} value={reckoned.income} />
        <Figure label={t('budget.nextTurn')} value={pots.incomeNextTurn} />
      </dl>
      {pots.overcommitted > 0 && (
        <p className="notice" data-tone="crisis" role="alert">
          <CircleAlert size={18} aria-hidden /> {t('budget.over', { amount: pots.overcommitted })}
        </p>
      )}
      <StackedBar
        label={t('budget.bar', { national: pots.national, international: pots.international, duties: pots.duties, free, whole })}
        total={Math.max(whole, pots.national + pots.international + pots.duties)}
        parts={[
          { id: 'national', tone: 'national', name: t('budget.national'), value: pots.national, text: String(pots.national) },
          { id: 'international', tone: 'international', name: t('budget.international'), value: pots.international, text: String(pots.international) },
          { id: 'duty', tone: 'duty', name: t('budget.duties'), value: pots.duties, text: String(pots.duties) },
          { id: 'free', tone: 'free', name: t('budget.free'), value: free, text: String(free) },
        ]}
      />
      {pots.expenses.length === 0 ? (
        <p className="soft">{t('budget.nothing')}</p>
      ) : (
        <Table
          caption={t('budget.table')}
          rows={pots.expenses}
          rowKey={({ id }) => id}
          columns={[
            { id: 'name', heading: t('budget.what'), names: true, cell: ({ kind, name, cancelled }) => (
              <>
                {kind === 'duty' ? tOr(`duty.${name}`, name) : tOr(`action.${name}`, name)} {cancelled && <Badge tone="crisis">{t('budget.cancelled')}</Badge>}
              </>
            ) },
            { id: 'pot', heading: t('budget.pot'), cell: ({ pot }) => t(`budget.${pot}`) },
            { id: 'amount', heading: t('budget.amount'), align: 'end', cell: ({ amount }) => amount },
          ]}
        />
      )}
      <Committed see={see} />
    </div>
  );
}

/** What organisations have decided that costs money or forces later on. */
function Committed({ see }: { see: Sight }) {
  const { levies, forces } = committedOf(see);
  if (levies.length === 0 && forces.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t('budget.committed')}</h3>
      <ul className="plain-list">
        {levies.map(({ id, name, amount, dueTurn }) => (
          <li key={id} className="row">
            <span className="grow">{t('budget.levy', { name })}</span>
            <span className="small soft">{t('budget.levyDue', { turn: dueTurn })}</span>
            <strong className="numeric">{amount}</strong>
          </li>
        ))}
        {forces.map(({ id, name, count, domain }) => (
          <li key={id} className="row">
            <span className="grow">{t('budget.standing', { name })}</span>
            <span className="small">{count} × {tOr(`domain.${domain}`, domain)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
