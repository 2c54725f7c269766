// A crisis: how grave it is and how it came there, who has sent what, what we believe, and what can be done.
import { Landmark, Siren } from 'lucide-react';
import { path } from '../../../shared/model/fields.ts';
import type { CrisisView, PublicView, ThreatView } from '../../../shared/view/view.ts';
import { ActionButton } from '../../actions/action-button.tsx';
import { ActionMenu } from '../../actions/action-menu.tsx';
import { LineChart } from '../../charts/line-chart.tsx';
import { Badge, Button, Meter } from '../../design/index.ts';
import { list, t, tOr } from '../../locales/text.ts';
import { SeatMark, namesOf } from '../../seats.tsx';
import { select, useSight } from '../../store.ts';
import { likelihood, placeName, rungName, wordFor } from '../../words.ts';
import { WhyButton } from '../why/why-button.tsx';
import { admissionOf } from './admission.ts';

function Gravity({ crisis }: { crisis: CrisisView }) {
  return (
    <div className="stack">
      <div className="gravity">
        <div className="grow">
          <Meter label={t('detail.severity')} value={crisis.severity} text={`${wordFor('severity', crisis.severity)} · ${crisis.severity}`} tone={crisis.severity >= 60 ? 'crisis' : 'caution'} />
        </div>
        <WhyButton path={path.severity(crisis.id)} />
      </div>
      <div className="row">
        <span className="soft small">{t('detail.rung')}</span>
        <strong>{t('detail.rungNamed', { rung: crisis.rung, name: rungName(crisis.rung) })}</strong>
        <WhyButton path={path.rung(crisis.id)} />
      </div>
      <ol className="ladder" aria-hidden>
        {Array.from({ length: 10 }, (_, rung) => (
          <li key={rung} data-reached={rung <= crisis.rung} />
        ))}
      </ol>
    </div>
  );
}

function Deployments({ crisis, view }: { crisis: CrisisView; view: PublicView }) {
  const there = Object.entries(crisis.deployments).filter(([, packages]) => packages.length > 0);
  return (
    <section className="stack">
      <h3>{t('detail.deployed')}</h3>
      {there.length === 0 && <p className="soft">{t('detail.nobodyDeployed')}</p>}
      <ul className="plain-list">
        {there.map(([seat, packages]) => (
          <li key={seat} className="row-wrap">
            <SeatMark seat={seat} size="small" />
            <span>{view.seats[seat]?.name}</span>
            <span className="row-wrap deployed">
              {packages.map((one) => (
                <Badge key={one.domain}>
                  {one.count} × {tOr(`domain.${one.domain}`, one.domain)}
                  {one.as && ` (${tOr(`domain.${one.as}`, one.as)})`}
                </Badge>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whose packages may come: by the word of the host, or under a mandate; and the way to be admitted. */
function Admission({ crisis, view }: { crisis: CrisisView; view: PublicView }) {
  const see = useSight();
  const { owner, mandates, grants, room } = admissionOf(view, see, crisis);
  const self = see?.own.seat.id ?? null;
  if (owner === null && mandates.length === 0) return null;
  return (
    <section className="stack">
      <h3>{t('admission.heading')}</h3>
      {owner !== null && <p className="small">{t(crisis.hostRequired ? 'admission.consent' : 'admission.region', { place: placeName(view, crisis.region) })}</p>}
      {room !== null && owner !== null && <p className={room === 0 ? 'notice' : 'small'} data-tone="caution">{owner === self ? t('admission.own') : t('admission.room', { room: room === Infinity ? 'any' : String(room) })}</p>}
      {(crisis.hosts.length > 0 || grants.length > 0 || mandates.length > 0) && (
        <ul className="plain-list">
          {crisis.hosts.map((seat) => (
            <li key={seat} className="row">
              <SeatMark seat={seat} size="small" />
              <span className="grow">{view.seats[seat]?.name}</span>
              <span className="small soft">{t('admission.fromStart')}</span>
            </li>
          ))}
          {grants.map((grant) => (
            <li key={grant.id} className="row">
              <SeatMark seat={grant.guest} size="small" />
              <span className="grow">
                {view.seats[grant.guest]?.name} <span className="small soft">{t('admission.grant', { cap: grant.cap, until: grant.until ?? 'none' })}</span>
              </span>
              {grant.host === self && (
                <ActionButton code="HOST" title={t('admission.revokeTitle', { name: view.seats[grant.guest]?.name ?? grant.guest })} given={{ act: 'revoke', partner: grant.guest, crisis: crisis.id }}>
                  {t('admission.revoke')}
                </ActionButton>
              )}
            </li>
          ))}
          {mandates.map(({ id, name, since }) => (
            <li key={id} className="row">
              <Landmark size={18} aria-hidden />
              <span className="grow">{name}</span>
              <span className="small soft">{t('admission.mandate', { turn: since })}</span>
            </li>
          ))}
        </ul>
      )}
      {crisis.open && owner !== null && (
        <div>
          {owner === self ? (
            <ActionButton code="HOST" title={t('admission.admit')} given={{ act: 'grant', crisis: crisis.id }}>{t('admission.admit')}</ActionButton>
          ) : (
            room === 0 && <ActionButton code="HOST" title={t('admission.ask')} given={{ act: 'request', partner: owner, crisis: crisis.id }}>{t('admission.ask')}</ActionButton>
          )}
        </div>
      )}
    </section>
  );
}

/** What packages would help if it were so. */
function callsFor({ domains }: ThreatView['hypotheses'][number]): string {
  return t('intel.callsFor', { domains: list(domains.map((domain) => tOr(`domain.${domain}`, domain))) });
}

function Beliefs({ crisis, view }: { crisis: CrisisView; view: PublicView }) {
  const see = useSight();
  const belief = see?.own.beliefs[crisis.threat];
  const threat = view.threats[crisis.threat];
  if (!see || !belief || !threat) return null;
  const rows = threat.hypotheses.map((hypothesis) => ({ ...hypothesis, percent: belief.shares[hypothesis.id] ?? 0 })).sort((a, b) => b.percent - a.percent);
  return (
    <section className="stack">
      <h3>{t('detail.believe')}</h3>
      {rows.map((row) => (
        <div key={row.id}>
          <Meter label={row.name} value={row.percent} text={t('intel.percentWord', { percent: row.percent, word: likelihood(row.percent) })} tone="intel" />
          <p className="soft small">{callsFor(row)}</p>
        </div>
      ))}
      <div>
        <Button size="small" onPress={() => select({ kind: 'threat', id: crisis.threat })}>
          {t('detail.seeReports')}
        </Button>
      </div>
    </section>
  );
}

export function CrisisCard({ crisis: id, view }: { crisis: string; view: PublicView }) {
  const crisis = view.crises[id]!;
  return (
    <div className="stack-loose">
      <div className="stack">
        <div className="row">
          <span className="crisis-number">{crisis.number}</span>
          <span className="soft">{placeName(view, crisis.region)}</span>
          {!crisis.open && <Badge tone="good">{t('detail.over')}</Badge>}
        </div>
        <p className="document-text">{crisis.summary}</p>
        {crisis.incident && (
          <p className="notice" data-tone="crisis">
            <Siren size={18} aria-hidden /> {t('detail.incident', { names: crisis.incident.parties.length === 0 ? 'none' : namesOf(view, crisis.incident.parties), turn: crisis.incident.turn })}
          </p>
        )}
      </div>
      <Gravity crisis={crisis} />
      {crisis.history.length > 1 && <LineChart label={t('detail.history')} height={120} series={[{ id: id, name: t('detail.severity'), points: crisis.history.map(({ turn, severity }) => ({ turn, value: severity })), emphasised: true }]} />}
      <Deployments crisis={crisis} view={view} />
      <Admission crisis={crisis} view={view} />
      <Beliefs crisis={crisis} view={view} />
      {crisis.open && <ActionMenu target={{ thing: 'crisis', id }} only={({ code }) => code !== 'HOST'} />}
    </div>
  );
}
