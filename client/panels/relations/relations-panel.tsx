// Every other country in one table: how far we trust it, how it seems to see us, and what connects us.
import type { RelationView, Sight } from '../../../shared/view/view.ts';
import { path } from '../../../shared/model/fields.ts';
import { Badge, Panel, Table } from '../../design/index.ts';
import { t, tOr } from '../../locales/text.ts';
import { SeatMark, nameOf } from '../../seats.tsx';
import { openPanel, select, useSight } from '../../store.ts';
import { wordFor, wordOfBand } from '../../words.ts';
import { WhyButton } from '../why/why-button.tsx';
import '../detail/detail.css';
import './relations.css';

function instrumentsWith(see: Sight, other: string): number {
  return Object.values(see.own.instruments).filter(({ parties, status }) => parties.includes(other) && (status === 'inForce' || status === 'suspended')).length;
}

function Country({ relation, see }: { relation: RelationView; see: Sight }) {
  return (
    <button
      type="button"
      className="relation-name"
      onClick={() => {
        select({ kind: 'seat', id: relation.seat });
        openPanel('detail');
      }}
    >
      <SeatMark seat={relation.seat} size="small" />
      {nameOf(see.public, relation.seat)}
    </button>
  );
}

export default function RelationsPanel() {
  const see = useSight();
  if (!see) return <Panel heading={t('panel.relations')}>{null}</Panel>;
  const self = see.own.seat.id;
  const rows = Object.values(see.own.relations).sort((a, b) => b.trust - a.trust || (a.seat < b.seat ? -1 : 1));
  return (
    <Panel heading={t('panel.relations')}>
      <div className="stack relations-table">
        <p className="soft small">{t('relations.help')}</p>
        <Table
          caption={t('panel.relations')}
          hideCaption
          rows={rows}
          rowKey={({ seat }) => seat}
          columns={[
            { id: 'seat', heading: t('relations.country'), names: true, cell: (relation) => (
              <span className="relation-cell">
                <Country relation={relation} see={see} />
                <span className="soft">{t('relations.agreements', { count: instrumentsWith(see, relation.seat) })}</span>
                {relation.channels.length > 0 && <span className="row-wrap">{relation.channels.map((channel) => <Badge key={channel}>{tOr(`channel.${channel}`, channel)}</Badge>)}</span>}
              </span>
            ) },
            { id: 'trust', heading: t('relations.trust'), cell: (relation) => (
              <span className="relation-cell">
                <span>
                  {t('relations.ours', { word: wordFor('trust', relation.trust) })} <span className="soft numeric">{relation.trust}</span> <WhyButton path={path.trust(self, relation.seat)} />
                </span>
                <span>{t('relations.theirs', { word: wordOfBand('trust', relation.trusted) })}</span>
                <span>{t('relations.grievance', { word: wordFor('grievance', relation.grievance) })} <span className="soft numeric">{relation.grievance}</span></span>
                <span>{t('relations.interoperability', { word: wordFor('interoperability', relation.interoperability) })} <span className="soft numeric">{relation.interoperability}</span></span>
              </span>
            ) },
          ]}
        />
      </div>
    </Panel>
  );
}
