// The page of one exercise: opens the room and shows the screen that fits who one is.
import { useEffect } from 'react';
import { Connection } from '../connection.ts';
import { EmptyState, Progress } from '../design/index.ts';
import { t } from '../locales/text.ts';
import { roomTransport } from '../room-transport.ts';
import { sessionOf } from '../session.ts';
import { store, useStore } from '../store.ts';

export default function Exercise({ id }: { id: string }) {
  const view = useStore((state) => state.view);
  useEffect(() => {
    const session = sessionOf(id);
    if (!session) return;
    const connection = new Connection(session, roomTransport, store);
    store.open(connection, { session, role: session.role, connection: 'starting' });
    void connection.start();
    return () => store.open(null);
  }, [id]);
  return <main className="page-centre">{view ? <EmptyState title={view.public.exercise.title} /> : <Progress label={t('page.loading')} />}</main>;
}
