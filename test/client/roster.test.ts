// Lists of names as people paste them, and places for everybody: what is read, what is wrong with a line, and that nobody is left over.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate } from '../../client/instructor/people/assign.ts';
import { assign, shuffled } from '../../client/instructor/people/assign.ts';
import { asCsv, readList } from '../../client/instructor/people/list.ts';
import type { Room } from '../../client/instructor/people/list.ts';

const ROOM: Room = { seats: [{ id: 'COL', name: 'Columbria' }, { id: 'HAN', name: 'Hanseo' }, { id: 'MER', name: 'Meridia' }], worlds: 2 };
const read = (text: string, listed: string[] = []) => readList(text, ROOM, listed);
const plain = (text: string) => read(text).lines.map(({ entry: { name, seat, world, role, watches, note } }) => ({ name, seat, world, role, watches, note }));
const someone = { seat: null, world: null, role: null, watches: false, note: '' };

describe('a list', () => {
  test.each<[string, string, object[]]>([
    ['one name a line', 'Alpha\nBravo\r\n\n  Cy  ', [{ name: 'Alpha' }, { name: 'Bravo' }, { name: 'Cy' }]],
    ['semicolons', 'Alpha; Hanseo; 2; minister', [{ name: 'Alpha', seat: 'HAN', world: 1, role: 'minister' }]],
    ['commas', 'Alpha,han,World 2,Policy,front row', [{ name: 'Alpha', seat: 'HAN', world: 1, role: 'policy', note: 'front row' }]],
    ['lines of different lengths', 'Name;Ministry;Role\nAlpha;Hanseo;minister\nBravo\nCy;MER', [{ name: 'Alpha', seat: 'HAN', role: 'minister' }, { name: 'Bravo' }, { name: 'Cy', seat: 'MER' }]],
    ['a sheet', 'Alpha\tmeridia\t1\tObserver', [{ name: 'Alpha', world: 0, watches: true }]],
    ['worlds by their letters', 'Alpha;;B\nBravo;;world a', [{ name: 'Alpha', world: 1 }, { name: 'Bravo', world: 0 }]],
    ['quotation marks', '"North, Delegate",Columbria', [{ name: 'North, Delegate', seat: 'COL' }]],
    ['headings in any order', 'Country;Remarks;Student\nHanseo;late;Alpha', [{ name: 'Alpha', seat: 'HAN', note: 'late' }]],
    ['headings that mean nothing here', 'Name,E-mail,Ministry\nAlpha,alpha@example.org,COL', [{ name: 'Alpha', seat: 'COL' }]],
    ['nothing', ' \n\n', []],
    ['markup, which is text', '<b>Alpha</b>', [{ name: '<b>Alpha</b>' }]],
  ])('of %s', (_what, text, people) => expect(plain(text)).toEqual(people.map((one) => ({ ...someone, ...one }))));

  test.each<[string, string, [number, string, string][]]>([
    ['no name', 'Alpha;COL\n;HAN', [[2, 'name', 'nameMissing']]],
    ['a name too long', 'x'.repeat(41), [[1, 'name', 'nameTooLong']]],
    ['a name twice, however written', 'Zoë Müller\nBravo\nzoe müller', [[3, 'name', 'nameTwice']]],
    ['a seat that there is not', 'Alpha;Atlantis', [[1, 'seat', 'seatUnknown']]],
    ['a world that there is not', 'Alpha;;3\nBravo;;0\nCy;;here', [[1, 'world', 'worldUnknown'], [2, 'world', 'worldUnknown'], [3, 'world', 'worldUnknown']]],
    ['a role that there is not', 'Alpha;COL;1;king', [[1, 'role', 'roleUnknown']]],
    ['a note too long', `Alpha;COL;1;;${'x'.repeat(121)}`, [[1, 'note', 'noteTooLong']]],
  ])('with %s says so beside the line', (_what, text, problems) => {
    expect(read(text).lines.flatMap(({ number, problems: found }) => found.map(({ column, problem }) => [number, column, problem]))).toEqual(problems);
  });

  test('knows who is on the roster already', () => expect(read('alpha', ['Alpha']).lines[0]!.problems).toEqual([{ column: 'name', problem: 'nameListed', given: 'alpha' }]));

  test('has two hundred lines and 64 KB at most', () => {
    const many = (count: number) => Array.from({ length: count }, (_, number) => `Person ${number}`).join('\n');
    expect([read(many(200)).lines.length, read(many(201)).fault, read(many(150), Array.from({ length: 51 }, (_, number) => `Other ${number}`)).fault, read('x'.repeat(64 * 1024 + 1)).fault]).toEqual([200, 'tooMany', 'tooMany', 'tooLong']);
  });

  test('that was written is read again as it was, and holds no formula', () => {
    const { lines } = read('Alpha;Hanseo;2;minister;"says ""no"", often"\nBravo;;;observer\n=1+1');
    const csv = asCsv(lines.map(({ entry }) => entry), ROOM);
    expect(plain(csv).slice(0, 2)).toEqual(lines.slice(0, 2).map(({ entry: { id: _id, ...rest } }) => rest));
    expect(csv).toContain("'=1+1");
  });
});

const people = (count: number, more: Partial<Candidate> = {}): Candidate[] => Array.from({ length: count }, (_, number) => ({ id: `p${number}`, world: null, seat: null, ...more }));
const SEATS = ['A', 'B', 'C', 'D'];
const sizes = (placed: { seat: string | null }[]) => SEATS.map((seat) => placed.filter((one) => one.seat === seat).length);

describe('places', () => {
  test.each<[number, number, 'share' | 'watch', number[], number]>([
    [4, 1, 'share', [1, 1, 1, 1], 0], [3, 1, 'share', [1, 1, 1, 0], 0], [6, 1, 'share', [2, 2, 1, 1], 0], [6, 1, 'watch', [1, 1, 1, 1], 2],
    [6, 2, 'share', [2, 2, 2, 0], 0], [7, 2, 'share', [3, 2, 2, 0], 0], [7, 2, 'watch', [2, 2, 2, 0], 1], [9, 2, 'watch', [2, 2, 2, 2], 1], [11, 3, 'share', [4, 4, 3, 0], 0], [2, 3, 'share', [2, 0, 0, 0], 0], [0, 2, 'watch', [0, 0, 0, 0], 0],
  ])('%i people, %i to a seat, the rest %s: %j and %i watch', (count, team, rest, seated, watch) => {
    const placed = assign(people(count), { worlds: 1, seats: SEATS, team, rest, shuffle: null });
    expect([sizes(placed), placed.filter(({ seat }) => seat === null).length]).toEqual([seated, watch]);
  });

  test('in several worlds differ by one at most, and follow the list', () => {
    const placed = assign(people(7), { worlds: 3, seats: SEATS, team: 1, rest: 'share', shuffle: null });
    expect(placed.map(({ world }) => world)).toEqual([0, 1, 2, 0, 1, 2, 0]);
  });

  test('that are fixed stay, and the others fill up beside them', () => {
    const placed = assign([...people(2, { world: 1, seat: 'D' }), ...people(4).map(({ id, ...one }) => ({ ...one, id: `q${id}` }))], { worlds: 2, seats: SEATS, team: 2, rest: 'share', shuffle: 'word' });
    expect(placed.slice(0, 2)).toEqual([{ id: 'p0', world: 1, seat: 'D' }, { id: 'p1', world: 1, seat: 'D' }]);
    expect([0, 1].map((world) => placed.filter((one) => one.world === world).length)).toEqual([3, 3]);
  });

  test('are shuffled by a word: the same word in the same way, another in another', () => {
    const order = (word: string) => shuffled(people(20), word).map(({ id }) => id);
    expect(order('spring')).toEqual(order('spring'));
    expect(order('spring')).not.toEqual(order('autumn'));
    expect(order('spring')).not.toEqual(people(20).map(({ id }) => id));
  });

  const options = fc.record({ worlds: fc.integer({ min: 1, max: 6 }), seats: fc.integer({ min: 1, max: 12 }), team: fc.integer({ min: 1, max: 4 }), rest: fc.constantFrom('share' as const, 'watch' as const), shuffle: fc.option(fc.string(), { nil: null }), count: fc.integer({ min: 0, max: 120 }) });

  test('everybody is placed exactly once; worlds, and seats that are played, differ by one at most', () => {
    fc.assert(fc.property(options, ({ count, seats: number, ...wishes }) => {
      const seats = Array.from({ length: number }, (_, index) => `S${index}`);
      const placed = assign(people(count), { ...wishes, seats });
      expect(placed.map(({ id }) => id)).toEqual(people(count).map(({ id }) => id));
      const even = (list: number[]) => list.length === 0 || Math.max(...list) - Math.min(...list) <= 1;
      const worlds = Array.from({ length: wishes.worlds }, (_, world) => placed.filter((one) => one.world === world));
      expect(even(worlds.map(({ length }) => length))).toBe(true);
      for (const world of worlds) {
        const seated = seats.map((seat) => world.filter((one) => one.seat === seat).length).filter((size) => size > 0);
        expect(even(seated)).toBe(true);
        if (wishes.rest === 'share') expect(world.every(({ seat }) => seat !== null)).toBe(true);
        else for (const size of seated) expect(size).toBeLessThanOrEqual(wishes.team);
        // Nobody watches while a seat that is played has room.
        if (world.some(({ seat }) => seat === null)) for (const size of seated) expect(size).toBe(wishes.team);
      }
    }));
  });

  test('nobody who has a place is moved, whatever the wishes', () => {
    const fixed = fc.array(fc.record({ world: fc.option(fc.integer({ min: 0, max: 1 }), { nil: null }), seat: fc.option(fc.constantFrom(...SEATS), { nil: null }) }), { maxLength: 40 });
    fc.assert(fc.property(fixed, fc.integer({ min: 1, max: 4 }), fc.constantFrom('share' as const, 'watch' as const), (list, team, rest) => {
      const candidates = list.map((one, index) => ({ id: `p${index}`, ...one }));
      const placed = assign(candidates, { worlds: 2, seats: SEATS, team, rest, shuffle: 'x' });
      for (const [index, { world, seat }] of candidates.entries()) {
        if (world !== null) expect(placed[index]!.world).toBe(world);
        if (seat !== null) expect(placed[index]!.seat).toBe(seat);
      }
    }));
  });
});
