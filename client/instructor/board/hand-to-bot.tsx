// Handing a seat to the program: with which character it plays.
import { Bot } from 'lucide-react';
import { useState } from 'react';
import { BOT_CHARACTERS, type BotCharacter, type SeatId } from '../../../shared/model/vocabulary.ts';
import { Button, Dialog, Select } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { control } from '../control.ts';

export const BOT_OPTIONS = BOT_CHARACTERS.map((character) => ({ id: character, label: t(`botCharacter.${character}`), description: t(`botCharacter.${character}.text`) }));

export function HandToBot({ seat, name, bot }: { seat: SeatId; name: string; bot: BotCharacter | null }) {
  const [open, setOpen] = useState(false);
  const [character, setCharacter] = useState<BotCharacter>(bot ?? 'titForTat');
  return (
    <>
      <Button size="small" kind="quiet" onPress={() => setOpen(true)} aria-label={t('board.handNamed', { name })}>
        <Bot size={16} aria-hidden /> {t('board.hand')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('board.handTitle', { name })}
        actions={
          <>
            <Button onPress={() => setOpen(false)}>{t('dialog.cancel')}</Button>
            <Button
              kind="primary"
              onPress={() => {
                setOpen(false);
                void control({ type: 'handToBot', seat, character }, t('board.handed', { name }));
              }}
            >
              {t('board.hand')}
            </Button>
          </>
        }
      >
        <p>{t('board.handText')}</p>
        <Select label={t('board.character')} value={character} onChange={setCharacter} options={BOT_OPTIONS} />
      </Dialog>
    </>
  );
}
