// A link that is shown once: its address on the network of the room, to be copied or photographed.
import { useState } from 'react';
import { CopyButton, Select } from '../../design/index.ts';
import { t } from '../../locales/text.ts';
import { QrCode, joinAddress } from '../join-sheet.tsx';
import './people.css';

/** `path`: of the page that it opens; `urls`: addresses of the exercise, for their hosts. */
export function SecretLink({ name, path, urls }: { name: string; path: string; urls: readonly string[] }) {
  const hosts = urls.length > 0 ? urls : [joinAddress('', [])];
  const [base, setBase] = useState(hosts[0]!);
  const address = new URL(path, base).href;
  return (
    <div className="join-sheet">
      <div className="grow stack-loose">
        <p>{t('staff.madeText', { name })}</p>
        {hosts.length > 1 && <Select label={t('staff.address')} hint={t('joinSheet.several')} value={base} onChange={setBase} options={hosts.map((url) => ({ id: url, label: new URL(url).host }))} />}
        <p className="staff-address">{address}</p>
        <div><CopyButton text={address} label={t('staff.copy')} /></div>
      </div>
      <QrCode text={address} label={t('staff.qr', { name })} />
    </div>
  );
}
