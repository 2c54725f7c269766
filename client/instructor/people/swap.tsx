// Two people, or everybody of two ministries, change places: chosen together, done at once.
import { ArrowLeftRight } from 'lucide-react';
import { useState } from 'react';
import type { ControlCommand } from '../../../shared/model/commands.ts';
import { Button, Choice, Dialog, Select, notify, type Option } from '../../design/index.ts';
import { refusalText, t } from '../../locales/text.ts';
import { nameOf } from '../../seats.tsx';
import { send, useStore } from '../../store.ts';

const KINDS = ['swapPeople', 'swapSeats'] as const;
type Kind = (typeof KINDS)[number];

function useSides(kind: Kind): Option<string>[] {
  const view = useStore((state) => state.view!.public);
  const presence = useStore((state) => state.presence);
  if (kind === 'swapSeats') return view.exercise.seats.map((seat) => ({ id: seat, label: nameOf(view, seat) }));
  return Object.values(presence).filter(({ role }) => role === 'participant')
    .map(({ participant, name, seat }) => ({ id: participant, label: name || t('seat.someone'), description: seat === null ? t('people.noSeat') : nameOf(view, seat) }));
}

function Swap({ onClose }: { onClose: () => void }) {
  const [kind, setKind] = useState<Kind>('swapPeople');
  const [sides, setSides] = useState<{ a: string | null; b: string | null }>({ a: null, b: null });
  const [error, setError] = useState<string | null>(null);
  const options = useSides(kind);
  const choose = (side: Partial<typeof sides>) => {
    setError(null);
    setSides((held) => ({ ...held, ...side }));
  };
  const swap = async () => {
    const { a, b } = sides;
    if (a === null || b === null) return setError(t('swap.missing'));
    const answer = await send({ type: kind, a, b } satisfies ControlCommand);
    if (!answer.accepted) return setError(refusalText(answer.refusal));
    const name = (id: string) => options.find((option) => option.id === id)?.label ?? id;
    notify(t('swap.done', { a: name(a), b: name(b) }));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('swap.title')} actions={<><Button onPress={onClose}>{t('dialog.cancel')}</Button><Button kind="primary" onPress={() => void swap()}>{t('swap.do')}</Button></>}>
      <p>{t('swap.text')}</p>
      <Choice
        label={t('swap.who')}
        value={kind}
        options={KINDS.map((id) => ({ id, label: t(`swap.kind.${id}`) }))}
        onChange={(chosen) => {
          setKind(chosen);
          choose({ a: null, b: null });
        }}
      />
      <div className="two-fields">
        <Select key={`${kind}-a`} label={t('swap.a')} value={sides.a} onChange={(a) => choose({ a })} options={options} placeholder={t('swap.choose')} />
        <Select key={`${kind}-b`} label={t('swap.b')} value={sides.b} onChange={(b) => choose({ b })} options={options.filter(({ id }) => id !== sides.a)} error={error} placeholder={t('swap.choose')} />
      </div>
    </Dialog>
  );
}

export function SwapButton() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onPress={() => setOpen(true)}>
        <ArrowLeftRight size={16} aria-hidden /> {t('swap.open')}
      </Button>
      {open && <Swap onClose={() => setOpen(false)} />}
    </>
  );
}
