// The dates of a course as everybody reads them, and the ways to take them into one's own calendar.
import { CalendarPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { getLocalTimeZone } from '@internationalized/date';
import { compare } from '../../shared/rules/schedule.ts';
import { api } from '../api.ts';
import { Button, CopyButton, Dialog, notify } from '../design/index.ts';
import { saveFile } from '../download.ts';
import { t } from '../locales/text.ts';
import { failureText } from '../pages/failure.ts';
import { store, useStore } from '../store.ts';
import { whenText } from './when.ts';
import './clock.css';

/** Every date, that of this phase marked; in the reader's own zone, or in the one the dates were set in for whoever sets them. */
export function Dates({ asSet = false }: { asSet?: boolean }) {
  const { schedule, exercise } = useStore((state) => state.view!.public);
  const own = getLocalTimeZone();
  const zone = exercise.zone ?? own;
  const said = (name: string) => name.replaceAll('_', ' ');
  return (
    <div className="stack">
      <ul className="dates dates-scroll" aria-label={t('dates.title')}>
        {schedule.map((date) => {
          const place = exercise.status === 'lobby' ? 1 : exercise.status === 'debrief' ? -1 : compare(date, exercise);
          return (
            <li key={`${date.turn} ${date.phase}`} data-state={place < 0 ? 'over' : place === 0 ? 'now' : 'next'}>
              <span className="dates-what">{t('dates.what', { turn: date.turn, phase: date.phase })}</span>
              <time className="numeric" dateTime={new Date(date.at).toISOString()}>{whenText(date.at, asSet ? zone : own)}</time>
            </li>
          );
        })}
      </ul>
      <p className="field-hint">{asSet ? t('dates.asSet', { zone: said(zone), own: zone === own ? 'none' : said(own) }) : t('dates.zone', { own: said(own), zone: zone === own ? 'none' : said(zone) })}</p>
    </div>
  );
}

/** A file for one's own calendar, and an address at which a calendar finds later changes by itself. */
export function CalendarWays() {
  const id = useStore((state) => state.view!.public.exercise.id);
  const [link, setLink] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void api.calendarToken(id, store.get().session?.token ?? '').then((answer) => {
      if (!gone && answer.ok) setLink(`${location.origin}/api/exercises/${id}/calendar.ics?token=${answer.value.token}`);
    });
    return () => {
      gone = true;
    };
  }, [id]);
  const download = async () => {
    const answer = await api.calendar(id, store.get().session?.token ?? '');
    if (answer.ok) saveFile(answer.value, `entente-${id}.ics`);
    else notify(failureText(answer.failure), 'refusal');
  };
  return (
    <div className="row-wrap">
      <Button onPress={() => void download()}>
        <CalendarPlus size={17} aria-hidden /> {t('dates.download')}
      </Button>
      {link !== null && <CopyButton text={link} label={t('dates.copyLink')} />}
    </div>
  );
}

export function DatesDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title={t('dates.title')}>
      {open && (
        <div className="stack">
          <Dates />
          <CalendarWays />
          <p className="field-hint">{t('dates.linkHint')}</p>
        </div>
      )}
    </Dialog>
  );
}
