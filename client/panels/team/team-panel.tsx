// The team of a seat: what waits for one's word, what is before the others, who is what, and what they write to each other.
import { SendHorizontal, UsersRound } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { TeamCommand } from '../../../shared/model/commands.ts';
import type { TeamDraftView } from '../../../shared/view/view.ts';
import { Badge, Button, EmptyState, Panel, Select, TextField, notify } from '../../design/index.ts';
import { refusalText, t, timeOfDay } from '../../locales/text.ts';
import { send, store, useReadOnly, useStore } from '../../store.ts';
import { RoleSelect } from '../../team/role-select.tsx';
import { NOTES, isMember, notesOf, sortDrafts, standingOf, type Standing } from '../../team/standing.ts';
import { useWho } from '../../team/who.tsx';
import { DraftCard } from './draft-card.tsx';
import '../../actions/actions.css';
import './team.css';

function Drafts({ heading, drafts, standing }: { heading: string; drafts: readonly TeamDraftView[]; standing: Standing }) {
  if (drafts.length === 0) return null;
  return (
    <section className="stack" aria-label={heading}>
      <h3>{heading}</h3>
      {drafts.map((draft) => (
        <DraftCard key={draft.id} draft={draft} standing={standing} />
      ))}
    </section>
  );
}

const NOBODY = 'nobody';

/** Who stands in when the minister is away; the minister says. */
function Deputy({ standing: { team, self } }: { standing: Standing }) {
  const who = useWho(team);
  const others = Object.keys(team.members).filter((person) => person !== self);
  const name = async (chosen: string) => {
    const command: TeamCommand = { type: 'nameDeputy', deputy: chosen === NOBODY ? null : chosen };
    const answer = await send(command);
    if (!answer.accepted) notify(refusalText(answer.refusal), 'refusal');
  };
  return (
    <Select
      label={t('team.deputy')}
      hint={t('team.deputyHint')}
      value={team.deputy ?? NOBODY}
      onChange={(chosen) => void name(chosen)}
      options={[{ id: NOBODY, label: t('team.deputyNobody') }, ...others.map((person) => ({ id: person, label: who(person) }))]}
    />
  );
}

function People({ standing }: { standing: Standing }) {
  const { team, self } = standing;
  const readOnly = useReadOnly() || !isMember(standing);
  const presence = useStore((state) => state.presence);
  const members = Object.entries(team.members);
  return (
    <section className="stack" aria-label={t('team.people')}>
      <h3>{t('team.people')}</h3>
      <ul className="team-people">
        {members.map(([person, role]) => {
          const name = presence[person]?.name || t('seat.someone');
          return (
            <li key={person} data-connected={presence[person]?.connected ?? false}>
              <span className="grow">{person === self ? t('team.you', { name }) : name}</span>
              {team.deputy === person && <Badge tone="action">{t('team.isDeputy')}</Badge>}
              <Badge tone={role === 'minister' ? 'good' : 'plain'}>{t(`team.role.${role}`)}</Badge>
            </li>
          );
        })}
      </ul>
      {members.length > 1 && !Object.values(team.members).includes('minister') && team.deputy === null && <p className="notice" data-tone="caution">{t('team.vacant')}</p>}
      {!readOnly && members.length > 1 && (
        <div className="two-fields">
          <RoleSelect standing={standing} label={t('team.myRole')} />
          {team.members[self] === 'minister' && <Deputy standing={standing} />}
        </div>
      )}
    </section>
  );
}

function Chat({ standing }: { standing: Standing }) {
  const readOnly = useReadOnly() || !isMember(standing);
  const who = useWho(standing.team);
  const notes = notesOf(standing.sight);
  const newest = notes.at(-1)?.at ?? 0;
  const text = useStore((state) => state.drafts[NOTES] ?? '');
  const [error, setError] = useState<string | null>(null);
  const keep = (value: string) => store.set({ drafts: { ...store.get().drafts, [NOTES]: value } });
  useEffect(() => {
    if (newest > (store.get().readUntil[NOTES] ?? 0)) store.set({ readUntil: { ...store.get().readUntil, [NOTES]: newest } });
  }, [newest]);
  const submit = async () => {
    if (text.trim() === '') return;
    const answer = await send({ type: 'sendMessage', to: [standing.sight.own.seat.id], text: text.trim() });
    setError(answer.accepted ? null : refusalText(answer.refusal));
    if (answer.accepted) keep('');
  };
  return (
    <section className="stack" aria-label={t('team.chat')}>
      <h3>{t('team.chat')}</h3>
      {notes.length === 0 ? (
        <p className="soft small">{t('team.chatEmpty')}</p>
      ) : (
        <ul className="bubbles team-notes" aria-label={t('team.chat')}>
          {notes.map((note) => (
            <li key={note.id} className="bubble" data-own={note.by === standing.self} data-hidden={note.hidden}>
              <div className="bubble-head">
                <strong>{who(note.by ?? '')}</strong>
                <span className="soft small numeric">{t('messages.when', { turn: note.turn, time: timeOfDay(note.at) })}</span>
              </div>
              {note.hidden ? <p className="soft">{t('messages.withdrawn')}</p> : <p className="free-text">{note.text}</p>}
            </li>
          ))}
        </ul>
      )}
      {!readOnly && (
        <form
          className="composer"
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <TextField label={t('team.write')} hideLabel placeholder={t('team.write')} value={text} onChange={keep} rows={2} maxLength={2000} error={error} onEnter={() => void submit()} className="grow" />
          <Button kind="primary" type="submit" isDisabled={text.trim() === ''} aria-label={t('team.write')}>
            <SendHorizontal size={18} aria-hidden />
          </Button>
        </form>
      )}
    </section>
  );
}

export default function TeamPanel() {
  // A part of what is shown may move without the standing being another.
  const standing = useStore(standingOf);
  if (!standing) return <Panel heading={t('panel.team')}>{null}</Panel>;
  const { yours, others, past } = sortDrafts(standing);
  return (
    <Panel heading={t('panel.team')}>
      <div className="stack-loose">
        <Drafts heading={t('team.yours')} drafts={yours} standing={standing} />
        <Drafts heading={t('team.others')} drafts={others} standing={standing} />
        {yours.length + others.length === 0 && (
          <EmptyState icon={UsersRound} title={t('team.empty')}>
            {t('team.emptyText')}
          </EmptyState>
        )}
        <Chat standing={standing} />
        <People standing={standing} />
        {past.length > 0 && (
          <details className="earlier">
            <summary>{t('team.past', { count: past.length })}</summary>
            <div className="stack">
              {past.map((draft) => (
                <DraftCard key={draft.id} draft={draft} standing={standing} />
              ))}
            </div>
          </details>
        )}
      </div>
    </Panel>
  );
}
