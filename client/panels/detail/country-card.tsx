// A country: who it is, how the two ministries stand, what binds them, and what can be done.
import { Megaphone, MessagesSquare } from 'lucide-react';
import { DOMAINS, pairOf, type SeatId } from '../../../shared/model/vocabulary.ts';
import type { InstrumentView, PublicView, RelationView, Sight } from '../../../shared/view/view.ts';
import { ActionMenu } from '../../actions/action-menu.tsx';
import { clauseTitle } from '../../clauses/prose.ts';
import { Badge, Button, Paragraphs } from '../../design/index.ts';
import { list, t, tOr } from '../../locales/text.ts';
import { SeatMark } from '../../seats.tsx';
import { openPanel, select, useReadOnly, useSight } from '../../store.ts';
import { wordFor, wordOfBand } from '../../words.ts';
import { Figure } from '../figure.tsx';
import { path } from '../../../shared/model/fields.ts';
import { belongingsOf } from './admission.ts';

function Identity({ seat, view }: { seat: SeatId; view: PublicView }) {
  const country = view.seats[seat]!;
  return (
    <div className="stack">
      <div className="row">
        <SeatMark seat={seat} size="large" />
        <div>
          <p className="strong">{country.ministry}</p>
          <p className="soft small">{view.affiliations[country.affiliation]?.name ?? country.affiliation}</p>
        </div>
      </div>
      <dl className="figures-list">
        <Figure label={t('word.publicOpinion')} value={country.publicOpinion} scale="publicOpinion" path={path.seat(seat, 'publicOpinion')} />
        <Figure label={t('word.income')} value={country.income} />
        <Figure label={t('word.sovereignty')} value={country.sovereignty} note={<span className="soft small">{t('detail.ofTen')}</span>} />
      </dl>
      <details className="earlier">
        <summary>{t('detail.about')}</summary>
        <Paragraphs text={country.brief} />
      </details>
    </div>
  );
}

function Standing({ self, relation }: { self: SeatId; relation: RelationView }) {
  const other = relation.seat;
  return (
    <section className="stack">
      <h3>{t('detail.standing')}</h3>
      <dl className="figures-list">
        <Figure label={t('detail.weTrust')} value={relation.trust} scale="trust" path={path.trust(self, other)} />
        <div className="figure-line">
          <dt>{t('detail.theySeem')}</dt>
          <dd>
            <span className="figure-word">{wordOfBand('trust', relation.trusted)}</span>
          </dd>
        </div>
        <Figure label={t('word.grievance')} value={relation.grievance} scale="grievance" path={path.grievance(self, other)} />
        <Figure label={t('word.interoperability')} value={relation.interoperability} scale="interoperability" path={path.interoperability(self, other)} />
        <div className="figure-line">
          <dt>{t('detail.channels')}</dt>
          <dd>{relation.channels.length === 0 ? <span className="soft">{t('detail.noChannels')}</span> : list(relation.channels.map((channel) => tOr(`channel.${channel}`, channel)))}</dd>
        </div>
      </dl>
    </section>
  );
}

/** The latest inspection between the two. */
function Inspections({ see, seat }: { see: Sight; seat: SeatId }) {
  const ours = see.own.inspections[`${see.own.seat.id}-${seat}`];
  const theirs = see.own.inspections[`${seat}-${see.own.seat.id}`];
  if (!ours && !theirs) return null;
  return (
    <section className="stack">
      {ours && <h3>{t('detail.inspection', { turn: ours.turn })}</h3>}
      {ours?.packages === null && <p className="soft">{t('detail.inspectionNothing')}</p>}
      {ours?.packages && (
        <p className="row-wrap">
          {DOMAINS.map((domain) => <Badge key={domain}>{ours.packages![domain]} × {tOr(`domain.${domain}`, domain)}</Badge>)}
        </p>
      )}
      {ours && ours.found.length > 0 && <p className="notice" data-tone="crisis">{t('detail.inspectionFound', { clauses: list(ours.found.map(clauseTitle)) })}</p>}
      {theirs && <p className="soft small">{t('detail.inspected', { turn: theirs.turn })}</p>}
    </section>
  );
}

function Belongings({ seat, view }: { seat: SeatId; view: PublicView }) {
  const belongings = belongingsOf(view.organisations, seat);
  if (belongings.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t('panel.organisations')}</h3>
      <ul className="pick-list">
        {belongings.map(({ id, name, standing, sanctioned }) => (
          <li key={id}>
            <button type="button" onClick={() => openPanel('organisations')}>
              <span className="grow">{name}</span>
              {sanctioned && <Badge tone="crisis">{t('detail.sanctioned')}</Badge>}
              {standing && <Badge tone={standing === 'expelled' ? 'crisis' : 'plain'}>{t(`detail.belongs.${standing}`)}</Badge>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a rival has announced for this turn, and what it is excused from. */
function ThisTurn({ seat, view }: { seat: SeatId; view: PublicView }) {
  const { announced, excused } = view.seats[seat]!;
  if (announced === null && !excused) return null;
  return (
    <div className="stack">
      {announced !== null && <p className="notice" data-tone="action"><Megaphone size={18} aria-hidden /> {t('detail.announced', { actions: list(announced.map((code) => tOr(`action.${code}`, code))) })}</p>}
      {excused && <p className="notice" data-tone="action">{t('detail.excused')}</p>}
    </div>
  );
}

function Agreements({ instruments }: { instruments: readonly InstrumentView[] }) {
  return (
    <section className="stack">
      <h3>{t('detail.agreements')}</h3>
      {instruments.length === 0 && <p className="soft">{t('detail.noAgreements')}</p>}
      <ul className="pick-list">
        {instruments.map((instrument) => (
          <li key={instrument.id}>
            <button type="button" onClick={() => select({ kind: 'instrument', id: instrument.id })}>
              <span className="grow">{instrument.title}</span>
              <Badge>{tOr(`instrumentStatus.${instrument.status}`, instrument.status)}</Badge>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Grievances of a country with the others: common knowledge. */
function Quarrels({ seat, view }: { seat: SeatId; view: PublicView }) {
  const rows = view.exercise.seats.filter((other) => other !== seat).map((other) => ({ other, value: view.pairs[pairOf(seat, other)]?.grievance ?? 0 })).filter(({ value }) => value > 0).sort((a, b) => b.value - a.value);
  if (rows.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t('detail.quarrels')}</h3>
      <ul className="plain-list">
        {rows.map(({ other, value }) => (
          <li key={other} className="row">
            <SeatMark seat={other} size="small" />
            <span className="grow">{view.seats[other]?.name}</span>
            <span>{wordFor('grievance', value)}</span>
            <span className="soft numeric">{value}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function CountryCard({ seat, view }: { seat: SeatId; view: PublicView }) {
  const see = useSight();
  const readOnly = useReadOnly();
  const self = see?.own.seat.id ?? null;
  const relation = see?.own.relations[seat];
  const all = { ...view.instruments, ...see?.own.instruments };
  const shared = Object.values(all).filter(({ parties, status }) => parties.includes(seat) && (self === null || self === seat || parties.includes(self)) && status !== 'ended' && status !== 'lapsed');
  return (
    <div className="stack-loose">
      <Identity seat={seat} view={view} />
      <ThisTurn seat={seat} view={view} />
      {self !== null && relation && <Standing self={self} relation={relation} />}
      {see && <Inspections see={see} seat={seat} />}
      {self !== null && relation && !readOnly && (
        <div className="row-wrap">
          <Button
            onPress={() => {
              select({ kind: 'thread', seats: [seat] });
              openPanel('messages');
            }}
          >
            <MessagesSquare size={16} aria-hidden /> {t('detail.write')}
          </Button>
          <Button onPress={() => openPanel('instruments')}>{t('detail.draft')}</Button>
        </div>
      )}
      {self !== null && self !== seat && <ActionMenu target={{ thing: 'country', id: seat }} />}
      {self === seat && <ActionMenu target={{ thing: 'ministry' }} />}
      <Belongings seat={seat} view={view} />
      <Agreements instruments={shared} />
      {relation === undefined && <Quarrels seat={seat} view={view} />}
    </div>
  );
}
