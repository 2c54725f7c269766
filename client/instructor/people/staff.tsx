// Co-instructors, evaluators and observers: a link is made for each, shown once, listed with who came by it, and taken back.
import { Plus, UserRoundX, Users } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { Sight, StaffRole } from '../../../shared/model/roles.ts';
import { STAFF_ROLES } from '../../../shared/model/roles.ts';
import type { PublicView } from '../../../shared/view/view.ts';
import type { ExerciseCard, StaffInvitation, StaffLink } from '../../../shared/wire/messages.ts';
import { api, type Answer } from '../../api.ts';
import { Badge, Button, ConfirmButton, Dialog, Select, TextField, notify } from '../../design/index.ts';
import { refusalText, t } from '../../locales/text.ts';
import { failureText } from '../../pages/failure.ts';
import { nameOf } from '../../seats.tsx';
import { store, useStore } from '../../store.ts';
import { SecretLink } from './secret-link.tsx';
import './people.css';

const token = () => store.get().session?.token ?? '';

/** The links into this exercise; asked for anew whenever somebody comes, goes or is invited. */
function useLinks(exercise: string): { links: StaffLink[] | null; take: (answer: Answer<StaffLink[]>) => boolean } {
  const [links, setLinks] = useState<StaffLink[] | null>(null);
  const here = useStore((state) => Object.values(state.presence).filter(({ role }) => role !== 'participant').map(({ participant }) => participant).join());
  const take = useCallback((answer: Answer<StaffLink[]>) => {
    if (answer.ok) setLinks(answer.value);
    else notify(failureText(answer.failure), 'refusal');
    return answer.ok;
  }, []);
  useEffect(() => {
    let gone = false;
    void api.staff(exercise, token()).then((answer) => !gone && take(answer));
    return () => {
      gone = true;
    };
  }, [exercise, here, take]);
  return { links, take };
}

export function sightText(view: PublicView, sight: Sight): string {
  if (sight === 'public' || sight === 'all') return t(`staff.sight.${sight}`);
  return t('staff.sight.seat', { name: nameOf(view, sight) });
}

function Invite({ card, onMade }: { card: ExerciseCard | null; onMade: (link: StaffLink) => void }) {
  const view = useStore((state) => state.view!.public);
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<StaffInvitation | null>(null);
  const [role, setRole] = useState<StaffRole>('evaluator');
  const [sight, setSight] = useState<Sight>('public');
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const close = () => {
    setOpen(false);
    setMade(null);
    setName('');
    setError(null);
  };
  const make = async () => {
    if (name.trim() === '') return setError(t('staff.nameMissing'));
    const answer = await api.inviteStaff(view.exercise.id, token(), { role, name: name.trim(), ...(role === 'observer' && { sight }) });
    if (!answer.ok) return setError(answer.failure.kind === 'refused' ? refusalText(answer.failure.refusal) : failureText(answer.failure));
    setMade(answer.value);
    onMade(answer.value.link);
  };
  const sights: Sight[] = ['public', ...view.exercise.seats, 'all'];
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        <Plus size={16} aria-hidden /> {t('staff.invite')}
      </Button>
      <Dialog
        open={open}
        onClose={close}
        size={made ? 'wide' : 'normal'}
        title={made ? t('staff.made', { name: made.link.name }) : t('staff.inviteTitle')}
        actions={made ? <Button kind="primary" onPress={close}>{t('staff.done')}</Button> : <><Button onPress={close}>{t('dialog.cancel')}</Button><Button kind="primary" onPress={() => void make()}>{t('staff.make')}</Button></>}
      >
        {made ? (
          <SecretLink name={made.link.name} path={`/staff/${made.token}`} urls={card?.joinUrls ?? []} />
        ) : (
          <div className="stack-loose">
            <Select label={t('staff.role')} hint={t(`staff.does.${role}`)} value={role} onChange={setRole} options={STAFF_ROLES.map((id) => ({ id, label: t(`staff.role.${id}`) }))} />
            {role === 'observer' && <Select label={t('staff.sight')} value={sight} onChange={setSight} options={sights.map((id) => ({ id, label: sightText(view, id) }))} />}
            <TextField label={t('staff.name')} hint={t('staff.nameHint')} value={name} maxLength={40} error={error} autoComplete="off" onChange={(text) => { setName(text); setError(null); }} onEnter={() => void make()} />
          </div>
        )}
      </Dialog>
    </>
  );
}

function LinkLine({ link, view, onTakeBack }: { link: StaffLink; view: PublicView; onTakeBack: () => void }) {
  const connected = useStore((state) => link.people.filter(({ participant }) => state.presence[participant]?.connected).length);
  return (
    <li className="staff-link">
      <div className="grow">
        <strong>{link.name}</strong> <Badge tone="intel">{t(`staff.role.${link.role}`)}</Badge>
        <p className="small soft">
          {link.sight !== null && `${sightText(view, link.sight)} · `}
          {connected === 0 && link.people.length > 0 ? t('staff.away', { count: link.people.length }) : t('staff.here', { count: connected })}
        </p>
      </div>
      <ConfirmButton size="small" kind="quiet" danger name={t('staff.takeBackNamed', { name: link.name })} title={t('staff.takeBackTitle', { name: link.name })} text={t('staff.takeBackText')} confirm={t('staff.takeBack')} onConfirm={onTakeBack}>
        <UserRoundX size={15} aria-hidden /> {t('staff.takeBack')}
      </ConfirmButton>
    </li>
  );
}

export function Staff({ card }: { card: ExerciseCard | null }) {
  const view = useStore((state) => state.view!.public);
  const { id } = view.exercise;
  const { links, take } = useLinks(id);
  const takeBack = async (link: StaffLink) => {
    if (take(await api.takeBackStaff(id, token(), link.id))) notify(t('staff.takenBack', { name: link.name }));
  };
  return (
    <section className="stack" aria-label={t('staff.title')}>
      <div className="row-wrap">
        <h3 className="grow row"><Users size={17} aria-hidden /> {t('staff.title')}</h3>
        <Invite card={card} onMade={(link) => take({ ok: true, value: [...(links ?? []), link] })} />
      </div>
      {links === null || links.length === 0 ? (
        <p className="small soft">{links === null ? t('page.loading') : `${t('staff.empty')}. ${t('staff.lead')}`}</p>
      ) : (
        <ul className="staff-links">
          {links.map((link) => <LinkLine key={link.id} link={link} view={view} onTakeBack={() => void takeBack(link)} />)}
        </ul>
      )}
    </section>
  );
}
