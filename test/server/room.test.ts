// The room over real sockets: joining, acting, being refused, seeing only one's own, and coming back.
import { describe, expect, test } from 'vitest';
import { canary, DUEL_SEATS } from '../fixtures/duel.ts';
import { FakeClock, FlakyStore, Player, gather, http, serve } from './support.ts';

describe('acting', () => {
  test('a command is answered with its place in the record, and everybody sees what came of it', async () => {
    const { people, control } = await gather(await serve(), { first: 'ARD', second: 'BEL' });
    const answer = await people.first!.ask({ type: 'setReady', ready: true });
    expect(answer).toMatchObject({ accepted: true });
    await people.second!.until(() => people.second!.public<{ ready: boolean }>('seats/ARD').ready);
    await control.until(() => control.public<{ status: string }>('exercise').status === 'running');
  });

  test('a refusal is an answer like any other', async () => {
    const { people } = await gather(await serve(), { first: 'ARD' });
    expect(await people.first!.ask({ type: 'startExercise' })).toMatchObject({ accepted: false, refusal: { code: 'notControl' } });
    expect(await people.first!.ask({ type: 'setReady', ready: 'yes' } as never)).toMatchObject({ accepted: false, refusal: { code: 'malformed' } });
  });

  test('a retry after a lost answer is carried out once, also at the same time', async () => {
    const store = new FlakyStore();
    const { people } = await gather(await serve({ store }), { first: 'ARD', second: 'BEL' });
    const message = { type: 'sendMessage' as const, to: ['BEL'], text: 'Once.' };
    const answers = await Promise.all([people.first!.ask(message, 'the-same-id'), people.first!.ask(message, 'the-same-id')]);
    const later = await people.first!.ask(message, 'the-same-id');
    expect(new Set([...answers, later].map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(store.written.filter(({ line }) => line.includes('"messageSent"'))).toHaveLength(1);
    // The same id of somebody else is a command of its own.
    expect(await people.second!.ask({ type: 'sendMessage', to: ['ARD'], text: 'Another.' }, 'the-same-id')).toMatchObject({ accepted: true });
    expect(store.written.filter(({ line }) => line.includes('"messageSent"'))).toHaveLength(2);
  });

  test('nobody acts for a seat they do not sit in, and the payload cannot name another', async () => {
    const { people } = await gather(await serve(), { seated: 'ARD', standing: null });
    expect(await people.standing!.ask({ type: 'setReady', ready: true })).toMatchObject({ accepted: false, refusal: { code: 'noSeat' } });
    expect(await people.seated!.ask({ type: 'setReady', ready: true, seat: 'BEL' } as never)).toMatchObject({ accepted: false, refusal: { code: 'malformed' } });
    expect(people.standing!.public<{ ready: boolean }>('seats/ARD').ready).toBe(false);
  });

  test('observers watch and cannot act', async () => {
    const server = await serve();
    const { code, control } = await gather(server, { first: 'ARD' });
    const watcher = await new Player(server.port, (await http<never>(server.port, '/api/join', { body: { code, name: 'Watcher', role: 'observer' } })).json).enter();
    expect(await watcher.ask({ type: 'takeSeat', seat: 'BEL' })).toMatchObject({ accepted: false });
    await control.ask({ type: 'advancePhase' });
    await watcher.until(() => watcher.public<{ phase: string }>('exercise').phase === 'negotiation');
    expect(watcher.room.state.seats?.size ?? 0).toBe(0);
  });
});

describe('secrecy on the wire', () => {
  test('each seat gets its own slice and no frame with a secret of another', async () => {
    const server = await serve();
    const { people, control, code } = await gather(server, { first: 'ARD', second: 'BEL', team: 'BEL', standing: null });
    const watcher = await new Player(server.port, (await http<never>(server.port, '/api/join', { body: { code, name: 'Watcher', role: 'observer' } })).json).enter();
    await people.first!.ask({ type: 'sendMessage', to: ['COL'], text: `${canary('ARD')} to COL` });
    await control.ask({ type: 'advancePhase' });
    await Promise.all([people.first!, people.second!, people.team!, people.standing!, watcher].map((one) => one.until(() => one.public<{ phase: string }>('exercise').phase === 'negotiation')));

    const seen = (player: Player) => Buffer.concat(player.frames).toString('latin1');
    expect(people.first!.seatDocuments('ARD')!.get('brief')).toContain(canary('ARD'));
    expect(people.second!.seatDocuments('BEL')!.get('brief')).toContain(canary('BEL'));
    expect(people.team!.seatDocuments('BEL')).toEqual(people.second!.seatDocuments('BEL'));
    for (const [player, own] of [[people.first!, 'ARD'], [people.second!, 'BEL'], [people.team!, 'BEL'], [people.standing!, ''], [watcher, '']] as const) {
      for (const seat of DUEL_SEATS) {
        if (seat === own) continue;
        expect(player.seatDocuments(seat), `${own || 'nobody'} holds the slice of ${seat}`).toBeNull();
        expect(seen(player).includes(canary(seat)), `${own || 'nobody'} was sent a secret of ${seat}`).toBe(false);
      }
    }
    expect(DUEL_SEATS.every((seat) => control.seatDocuments(seat)!.get('brief')!.includes(canary(seat)))).toBe(true);
    // The seed and the tokens are nobody's.
    for (const player of [control, people.first!, watcher]) for (const secret of ['fixed', people.second!.session.token]) expect(seen(player).includes(secret)).toBe(false);
  });

  test('what others write in secret shows neither in what one is sent nor in how much', async () => {
    const { people, control } = await gather(await serve(), { first: 'ARD', second: 'BEL', third: 'COL' });
    const { first, third } = people;
    await first!.ask({ type: 'setReady', ready: true });
    await third!.until(() => third!.public<{ ready: boolean }>('seats/ARD').ready);
    const sizes: number[][] = [];
    for (const text of ['Yes.', 'No. '.repeat(400), 'Perhaps.']) {
      const before = third!.frames.length;
      await first!.ask({ type: 'sendMessage', to: ['BEL'], text });
      await control.until(() => [...control.room.state.control.get('control')!.documents.values()].some((one) => one.includes(text.trim())));
      await expect.poll(() => third!.frames.length).toBeGreaterThan(before);
      sizes.push(third!.frames.slice(before).map(({ length }) => length));
    }
    expect(sizes[1]).toEqual(sizes[0]);
    expect(sizes[2]).toEqual(sizes[0]);
    expect(sizes[0]!.reduce((sum, size) => sum + size, 0)).toBeLessThan(16);
  });

  test('what control plans shows to no ministry until it fires, neither in what it is sent nor in how much; taking it back shows to nobody', async () => {
    const { people, control } = await gather(await serve(), { first: 'ARD', second: 'BEL' });
    const { first, second } = people;
    await second!.ask({ type: 'setReady', ready: true });
    await first!.until(() => first!.public<{ ready: boolean }>('seats/BEL').ready);
    const write = (text: string, to: string[], at: { turn: number; phase: 'review' } | null) => ({ type: 'writeInject' as const, title: 'News', from: 'Press', text, to, effects: [], at });
    const listed = () => [...control.room.state.control.values()].flatMap(({ documents }) => [...documents.keys()]).find((key) => key.startsWith('msel/') && !key.includes('\u001f') && !before.has(key))!;
    const before = new Set([...control.room.state.control.values()].flatMap(({ documents }) => [...documents.keys()]));
    const sizes: number[][] = [];
    const plain = async (command: Parameters<Player['ask']>[0]) => {
      const from = first!.frames.length;
      expect(await control.ask(command)).toMatchObject({ accepted: true });
      await expect.poll(() => first!.frames.length).toBeGreaterThan(from);
      sizes.push(first!.frames.slice(from).map(({ length }) => length));
    };
    await plain(write('plan-one', ['ARD'], { turn: 2, phase: 'review' }));
    await control.until(() => listed() !== undefined);
    const inject = listed().slice('msel/'.length);
    await plain({ type: 'changeInject', inject, text: `plan-two ${'x'.repeat(500)}`, to: 'all' });
    await plain({ type: 'dropInject', inject, dropped: true });
    const undo = () => [...control.room.state.control.values()].map(({ documents }) => JSON.parse(documents.get('undo') ?? 'null') as { id: number; did: string } | null).find((act) => act !== null)!;
    await control.until(() => undo().did === 'dropped');
    await plain({ type: 'undoAct', act: undo().id });
    for (const size of sizes) expect(size).toEqual(sizes[0]);
    const seen = (player: Player, word: string) => Buffer.concat(player.frames).toString('latin1').includes(word);
    expect([first!, second!].map((player) => seen(player, 'plan-'))).toEqual([false, false]);
    expect(await first!.history(1).then((told) => JSON.stringify(told).includes('inject'))).toBe(false);
    expect(await control.ask({ type: 'fireInject', inject })).toMatchObject({ accepted: true });
    await first!.until(() => seen(first!, 'plan-two'));
    expect(seen(first!, 'plan-one')).toBe(false);
  });

  test('what evaluators note shows to no ministry, neither in what it is sent nor in how much; a notebook is sent to its author alone', async () => {
    const server = await serve();
    const { people, control, id, code } = await gather(server, { first: 'ARD', second: 'BEL' });
    const watcher = await new Player(server.port, (await http<never>(server.port, '/api/join', { body: { code, name: 'Watcher', role: 'observer' } })).json).enter();
    // A second evaluator came by the printed link with a browser of their own.
    const { json: browser } = await http<{ token: string }>(server.port, '/api/instructor', { body: { token: server.instructorToken } });
    const colleague = await new Player(server.port, (await http<never>(server.port, `/api/exercises/${id}/control`, { token: browser.token, body: {} })).json).enter();
    const { first, second } = people;
    await second!.ask({ type: 'setReady', ready: true });
    await first!.until(() => first!.public<{ ready: boolean }>('seats/BEL').ready);
    const note = { type: 'pinObservation' as const, objective: null, seat: 'ARD', rating: 'M' as const, private: false, disclosed: false };
    const holds = (player: Player, word: string) => [...player.room.state.control.values()].some(({ documents }) => [...documents.values()].some((one) => one.includes(word)));
    const sizes: number[][][] = [];
    const notes = [{ text: 'note-one' }, { text: `note-two ${'x'.repeat(500)}`, disclosed: true }, { text: 'note-three', private: true }];
    for (const said of notes) {
      const before = [first!, watcher].map(({ frames }) => frames.length);
      expect(await control.ask({ ...note, ...said })).toMatchObject({ accepted: true });
      await control.until(() => holds(control, said.text));
      await expect.poll(() => [first!, watcher].every(({ frames }, index) => frames.length > before[index]!)).toBe(true);
      sizes.push([first!, watcher].map(({ frames }, index) => frames.slice(before[index]).map(({ length }) => length)));
    }
    expect(sizes[1]).toEqual(sizes[0]);
    expect(sizes[2]).toEqual(sizes[0]);
    expect(sizes[0]!.flat().reduce((sum, size) => sum + size, 0)).toBeLessThan(32);
    await colleague.until(() => holds(colleague, 'note-two'));
    expect([holds(colleague, 'note-one'), holds(colleague, 'note-three')]).toEqual([true, false]);
    const seen = (player: Player, word: string) => Buffer.concat(player.frames).toString('latin1').includes(word);
    expect([first!, second!, watcher].map((player) => seen(player, 'note-'))).toEqual([false, false, false]);
    expect(seen(colleague, 'note-three')).toBe(false);
    const told = async (player: Player) => JSON.stringify(await player.history(1)).match(/note-[a-z]+/g) ?? [];
    expect(await Promise.all([control, colleague, first!, watcher].map(told))).toEqual([['note-one', 'note-two', 'note-three'], ['note-one', 'note-two'], [], []]);
    // The same person in another window reads their notebook; the record file and the replay keep it from the others.
    const again = await new Player(server.port, control.session).enter();
    expect(holds(again, 'note-three')).toBe(true);
    await control.ask({ type: 'endExercise' });
    await first!.until(() => first!.public<{ status: string }>('exercise').status === 'debrief');
    const record = async (player: Player) => (await http(server.port, `/api/exercises/${id}/record`, { token: player.session.token })).text.match(/note-[a-z]+/g);
    expect(await Promise.all([control, colleague, first!].map(record))).toEqual([['note-one', 'note-two', 'note-three'], ['note-one', 'note-two'], ['note-two']]);
    const replay = async (player: Player, as: string) => new Set((await http(server.port, `/api/exercises/${id}/replay?as=${as}`, { token: player.session.token })).text.match(/note-[a-z]+/g));
    expect(await Promise.all([replay(colleague, 'control'), replay(first!, 'control'), replay(first!, 'ARD')])).toEqual([new Set(['note-one', 'note-two']), new Set(['note-two']), new Set(['note-two'])]);
  });

  test('who leaves a seat comes in again without it', async () => {
    const server = await serve();
    const { people, control } = await gather(server, { first: 'ARD' });
    const { first } = people;
    await control.ask({ type: 'seatParticipant', participant: first!.session.participant, seat: 'BEL' });
    await expect.poll(() => first!.closed).toBe(4001);
    const again = await new Player(server.port, first!.session).enter();
    expect(again.seatDocuments('ARD')).toBeNull();
    expect(again.seatDocuments('BEL')!.get('brief')).toContain(canary('BEL'));
    expect(Buffer.concat(again.frames).toString('latin1')).not.toContain(canary('ARD'));
  });

  test('who is in a ministry asks for another while the exercise runs: refused, they stay where they are and nothing of the other is sent to them', async () => {
    const { people: { first } } = await gather(await serve(), { first: 'ARD', second: 'BEL' });
    expect(await first!.ask({ type: 'takeSeat', seat: 'BEL' })).toEqual({ accepted: false, refusal: { code: 'seatKept', subject: 'seat', params: { seat: 'ARD' } } });
    expect(await first!.ask({ type: 'setReady', ready: true })).toMatchObject({ accepted: true });
    await first!.until(() => first!.public<{ ready: boolean }>('seats/ARD').ready);
    expect([first!.closed, first!.seatDocuments('BEL')]).toEqual([null, null]);
    expect(Buffer.concat(first!.frames).toString('latin1')).not.toContain(canary('BEL'));
  });

  test('who got up while the exercise runs sits down in their own ministry again, and in no other', async () => {
    const server = await serve();
    const { people: { first } } = await gather(server, { first: 'ARD', second: 'BEL' });
    await first!.ask({ type: 'leaveSeat' });
    await expect.poll(() => first!.closed).toBe(4001);
    const again = await new Player(server.port, first!.session).enter();
    expect([again.seatDocuments('ARD'), again.seatDocuments('BEL')]).toEqual([null, null]);
    expect(await again.ask({ type: 'takeSeat', seat: 'BEL' })).toMatchObject({ accepted: false, refusal: { code: 'seatKept', params: { seat: 'ARD' } } });
    expect(await again.ask({ type: 'takeSeat', seat: 'ARD' })).toMatchObject({ accepted: true });
    await again.until(() => again.seatDocuments('ARD')?.get('brief')?.includes(canary('ARD')));
    expect(Buffer.concat(again.frames).toString('latin1')).not.toContain(canary('BEL'));
  });

  test('whose briefs somebody has read is sent to exercise control alone', async () => {
    const { people: { first, second }, control } = await gather(await serve(), { first: 'ARD', second: 'BEL' }, false);
    await control.ask({ type: 'swapPeople', a: first!.session.participant, b: second!.session.participant });
    const read = ({ session: { participant } }: Player) => JSON.parse(control.room.state.control.get('control')!.documents.get(`briefsRead/${participant}`) ?? 'null') as unknown;
    await control.until(() => JSON.stringify([read(first!), read(second!)]) === '[["ARD","BEL"],["BEL","ARD"]]');
    for (const player of [first!, second!]) expect(Buffer.concat(player.frames).toString('latin1')).not.toContain('briefsRead');
  });

  test('control looks at effects before they are done; nobody else may', async () => {
    const { people, control } = await gather(await serve(), { first: 'ARD' });
    const effects = [{ add: { path: 'seat/ARD/publicOpinion', by: -3 } }];
    expect(await control.preview({ effects, seat: null })).toEqual({
      changes: [{ path: 'seat/ARD/publicOpinion', before: 55, after: 52, factors: [{ name: 'matrix', cause: 'preview', sees: 'all', value: -3000 }] }], events: [],
    });
    await expect(people.first!.preview({ effects, seat: null })).rejects.toBeDefined();
    await expect(control.preview({ inject: 'nothing' })).rejects.toBeDefined();
    expect(control.public<{ publicOpinion: number }>('seats/ARD').publicOpinion).toBe(55);
  });

  test('the history of a turn tells each viewer what is theirs, without gaps in the numbers', async () => {
    const { people, control } = await gather(await serve(), { first: 'ARD', second: 'BEL', third: 'COL' });
    await people.first!.ask({ type: 'sendMessage', to: ['BEL'], text: 'For BEL alone.' });
    await control.ask({ type: 'advancePhase' });
    const [mine, theirs, all] = await Promise.all([people.second!.history(1), people.third!.history(1), control.history(1)]);
    const told = (answer: typeof mine) => answer.events.filter(({ type }) => type === 'messageSent').length;
    expect([told(mine), told(theirs), told(all)]).toEqual([1, 0, 1]);
    for (const answer of [mine, theirs, all]) expect(answer.events.map(({ number }) => number)).toEqual(answer.events.map((_, index) => index + 1));
    await expect(people.third!.history(1, 'BEL')).rejects.toBeDefined();
    expect(told(await control.history(1, 'COL'))).toBe(0);
  });
});

describe('coming back', () => {
  test('a dropped connection mends itself and goes on where it was', async () => {
    const { people, control } = await gather(await serve(), { first: 'ARD' });
    const { first } = people;
    let mended = false;
    first!.room.onReconnect(() => (mended = true));
    (first!.room.connection.transport as unknown as { ws: { close(code?: number): void } }).ws.close(4010);
    await expect.poll(() => mended, { timeout: 10_000 }).toBe(true);
    await control.ask({ type: 'advancePhase' });
    await first!.until(() => first!.public<{ phase: string }>('exercise').phase === 'negotiation');
    expect(first!.seatDocuments('ARD')!.get('brief')).toContain(canary('ARD'));
    expect(await first!.ask({ type: 'setReady', ready: true })).toMatchObject({ accepted: true });
  });

  test('a reloaded page comes back to its seat with its token', async () => {
    const server = await serve();
    const { people, id } = await gather(server, { first: 'ARD' });
    await people.first!.leave();
    const check = await http<{ room: string; role: string }>(server.port, `/api/exercises/${id}/session`, { token: people.first!.session.token });
    expect(check.json).toMatchObject({ room: id, role: 'participant' });
    const again = await new Player(server.port, people.first!.session).enter();
    expect(again.seatDocuments('ARD')!.get('brief')).toContain(canary('ARD'));
    expect(again.room.state.presence.get(again.session.participant)!.connected).toBe(true);
  });

  test('presence tells who is here, by name only where names are shown', async () => {
    const server = await serve();
    const { port, instructorToken: token } = server;
    const { json: card } = await http<{ id: string; code: string }>(port, '/api/exercises', { token, body: { scenario: 'duel', namesShown: false } });
    const control = await new Player(port, (await http<never>(port, `/api/exercises/${card.id}/control`, { token, body: {} })).json).enter();
    const one = await new Player(port, (await http<never>(port, '/api/join', { body: { code: card.code, name: 'Delegate Zabriskie' } })).json).enter();
    const two = await new Player(port, (await http<never>(port, '/api/join', { body: { code: card.code, name: 'Another' } })).json).enter();
    await two.until(() => two.room.state.presence.get(one.session.participant)?.connected);
    expect(two.room.state.presence.get(one.session.participant)!.name).toBe('');
    expect(Buffer.concat(two.frames).toString('latin1')).not.toContain('Zabriskie');
    await control.until(() => control.room.state.control.get('control')?.documents.get('roster')?.includes('Zabriskie'));
    await one.leave();
    await two.until(() => two.room.state.presence.get(one.session.participant)!.connected === false);
  });
});

describe('the clock', () => {
  test('ends a phase when its time is up, and stands still while paused', async () => {
    const clock = new FakeClock();
    const { control } = await gather(await serve({ clock }), { first: 'ARD' });
    const phase = () => control.public<{ phase: string }>('exercise').phase;
    clock.advance(59_000);
    expect(phase()).toBe('briefing');
    clock.advance(1000);
    await control.until(() => phase() === 'negotiation');
    await control.ask({ type: 'pause', reason: '' });
    clock.advance(600_000);
    expect(clock.pending).toBe(0);
    await control.ask({ type: 'resume' });
    clock.advance(60_000);
    await control.until(() => phase() === 'orders');
  });
});

describe('a store that fails', () => {
  test('what was not stored did not happen, the exercise stands still and people are told', async () => {
    const store = new FlakyStore();
    const { people, control } = await gather(await serve({ store }), { first: 'ARD', second: 'BEL' });
    const told: unknown[] = [];
    people.second!.room.onMessage('notice', (notice) => told.push(notice));
    const before = store.written.length;
    store.healthy = 0;
    const answers = await Promise.all([people.first!.ask({ type: 'setReady', ready: true }, 'lost-answer'), people.second!.ask({ type: 'setReady', ready: true })]);
    for (const answer of answers) expect(answer).toMatchObject({ accepted: false, refusal: { code: 'notRecorded' } });
    expect(store.written).toHaveLength(before);
    await expect.poll(() => told).toContainEqual({ refusal: expect.objectContaining({ code: 'notRecorded' }) });
    expect(people.second!.public<{ ready: boolean }>('seats/ARD').ready).toBe(false);

    store.healthy = Infinity;
    expect(await people.first!.ask({ type: 'setReady', ready: true }, 'lost-answer')).toBeDefined();
    await control.until(() => control.public<{ status: string }>('exercise').status === 'paused');
    expect(control.public<{ pauseReason: string }>('exercise').pauseReason).toBe('storeFailed');
    expect(await control.ask({ type: 'resume' })).toMatchObject({ accepted: true });
    expect(store.written.map(({ seq }) => seq)).toEqual(store.written.map((_, index) => index + 1));
  });
});
