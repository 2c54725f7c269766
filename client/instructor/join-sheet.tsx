// How people get in: the code in large type, a QR code, and the addresses on this network.
import { encode } from 'uqr';
import type { SeatId } from '../../shared/model/vocabulary.ts';
import { CopyButton, Select } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { useState } from 'react';

/** A QR code as one path, sharp at every size. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  return (
    <svg className="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#0F2433" />
    </svg>
  );
}

/** The address to print: the first that other devices reach; this page's own where the server told none. */
export function joinAddress(code: string, urls: readonly string[]): string {
  return urls[0] ?? `${location.origin}/join/${code}`;
}

export function JoinSheet({ code, urls, seats = [], walls = [{ code, label: t('joinSheet.wall') }] }: { code: string; urls: readonly string[]; seats?: readonly { id: SeatId; name: string }[]; walls?: readonly { code: string; label: string }[] }) {
  const [chosen, setChosen] = useState(() => joinAddress(code, urls));
  return (
    <div className="join-sheet">
      <div className="grow stack-loose">
        <div>
          <p className="caps soft">{t('joinSheet.code')}</p>
          <p className="join-code numeric">{code}</p>
        </div>
        <div className="stack">
          {urls.length > 1 ? (
            <Select label={t('joinSheet.address')} hint={t('joinSheet.several')} value={chosen} onChange={setChosen} options={urls.map((url) => ({ id: url, label: url }))} />
          ) : (
            <p>
              <span className="field-label">{t('joinSheet.address')}</span>
              <br />
              <span className="join-address">{chosen}</span>
            </p>
          )}
          <div className="row-wrap">
            <CopyButton text={chosen} label={t('joinSheet.copy')} />
            {walls.map((wall) => (
              <a key={wall.code} className="button" href={`/wall/${wall.code}`} target="_blank" rel="noreferrer">
                {wall.label}
              </a>
            ))}
          </div>
          {seats.length > 0 && (
            <details className="earlier">
              <summary>{t('joinSheet.seats')}</summary>
              <div className="row-wrap">
                {seats.map((seat) => (
                  <CopyButton key={seat.id} size="small" text={`${chosen}?seat=${seat.id}`} label={seat.name} name={t('joinSheet.seatLink', { name: seat.name })} />
                ))}
              </div>
            </details>
          )}
        </div>
      </div>
      <QrCode text={chosen} label={t('joinSheet.qr', { code })} />
    </div>
  );
}
