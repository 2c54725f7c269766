// The box in which an evaluator writes a note: text first, Enter pins it; tags by Tab and arrow keys.
import { useEffect, useState } from 'react';
import type { Observation } from '../../../shared/model/state.ts';
import { RATINGS, type Rating } from '../../../shared/model/vocabulary.ts';
import { Button, Checkbox, Choice, Dialog, Select, TextField, announce } from '../../design/index.ts';
import { refusalText, t } from '../../locales/text.ts';
import { nameOf } from '../../seats.tsx';
import { send, store, useStore } from '../../store.ts';
import { NONE, PIN_KEY, PIN_KEY_SHOWN, momentOf, notesOf } from './notes.ts';

/** Where a key is meant for what has the focus. */
const TYPING = 'input, textarea, select, [contenteditable], [role="listbox"], [role="option"], [role="menu"], [role="dialog"], [role="alertdialog"], .select-button';

/** Words that were not pinned yet are there again when the box opens the next time. */
const DRAFT = 'observation';
const keepDraft = (text: string) => store.set({ drafts: { ...store.get().drafts, [DRAFT]: text } });

/** Calls back when the key is pressed where nobody is typing and no dialog is open. */
function usePinKey(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== PIN_KEY || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if ((event.target instanceof Element && event.target.closest(TYPING)) || document.querySelector('[role="dialog"], [role="alertdialog"]')) return;
      event.preventDefault();
      open();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open]);
}

/** `inPlace`: it stands on the page and is not in a dialog. */
export function NoteForm({ note, onDone, inPlace = false }: { note: Observation | null; onDone: () => void; inPlace?: boolean }) {
  const view = useStore((state) => state.view!.public);
  const learning = useStore((state) => state.view!.control!.learning);
  const [text, setText] = useState(note?.text ?? store.get().drafts[DRAFT] ?? '');
  const write = (next: string) => {
    setText(next);
    if (!note) keepDraft(next);
  };
  const [objective, setObjective] = useState(note?.objective ?? NONE);
  const [seat, setSeat] = useState(note?.seat ?? NONE);
  const [rating, setRating] = useState<Rating | typeof NONE>(note?.rating ?? NONE);
  const [own, setOwn] = useState(note?.private ?? false);
  const [disclosed, setDisclosed] = useState(note?.disclosed ?? false);
  const [error, setError] = useState<string | null>(null);
  const none = { id: NONE, label: t('note.none') };
  const submit = async () => {
    if (text.trim() === '') return setError(t('note.textMissing'));
    const said = {
      text: text.trim(), objective: objective === NONE ? null : objective, seat: seat === NONE ? null : seat, rating: rating === NONE ? null : rating, private: own, disclosed: disclosed && !own,
    };
    const answer = await send(note ? { type: 'changeObservation', observation: note.id, ...said } : { type: 'pinObservation', ...said });
    if (!answer.accepted) {
      announce(refusalText(answer.refusal));
      return setError(refusalText(answer.refusal));
    }
    announce(t(note ? 'note.changed' : 'note.pinned'));
    if (!note) keepDraft('');
    onDone();
  };
  return (
    <form
      className="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <p className="soft small">{momentOf(note ?? view.exercise)}</p>
      <TextField label={t('note.text')} value={text} rows={3} maxLength={600} error={error} autoFocus={!inPlace} onEnter={() => void submit()} onChange={write} />
      <Choice label={t('note.rating')} value={rating} onChange={setRating} options={[{ ...none, label: '–', name: t('note.ratingNone') }, ...RATINGS.map((id) => ({ id, label: id, name: t(`note.rating.${id}`) }))]} />
      <p className="soft small">{rating === NONE ? t('note.ratingNone') : t(`note.rating.${rating}`)}</p>
      <div className="note-tags">
        <Select label={t('note.objective')} value={objective} options={[none, ...learning.map((each) => ({ id: each.id, label: each.text }))]} onChange={setObjective} />
        <Select label={t('note.seat')} value={seat} options={[none, ...view.exercise.seats.map((id) => ({ id, label: nameOf(view, id) }))]} onChange={setSeat} />
      </div>
      <div className="row-wrap">
        <Checkbox label={t('note.private')} selected={own} onChange={setOwn} />
        <Checkbox label={t('note.disclose')} selected={disclosed && !own} disabled={own} onChange={setDisclosed} />
      </div>
      <div className="dialog-actions">
        {!inPlace && <Button onPress={onDone}>{t('dialog.cancel')}</Button>}
        <Button kind="primary" type="submit">
          {t(note ? 'note.save' : 'note.pin')} <kbd className="key">{t('note.enter')}</kbd>
        </Button>
      </div>
    </form>
  );
}

/** The box, open for a note that is there or for a new one. */
export function NoteBox({ note, open, onClose }: { note: Observation | null; open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title={t(note ? 'note.changeTitle' : 'note.title')}>
      {open && <NoteForm key={note?.id ?? ''} note={note} onDone={onClose} />}
    </Dialog>
  );
}

/** The button with its key, which works anywhere on the page. */
export function PinButton() {
  const [open, setOpen] = useState(false);
  const count = useStore((state) => notesOf(state.view!).filter(({ removed }) => !removed).length);
  usePinKey(() => setOpen(true));
  return (
    <>
      {count > 0 && <span className="soft small numeric">{t('note.total', { count })}</span>}
      <Button size="small" onPress={() => setOpen(true)} aria-keyshortcuts={PIN_KEY_SHOWN}>
        {t('note.title')} <kbd className="key">{PIN_KEY_SHOWN}</kbd>
      </Button>
      <NoteBox note={null} open={open} onClose={() => setOpen(false)} />
    </>
  );
}
