// Writes the game that the tests keep: run it when the rules or the shape of the state change on purpose.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { writeRecord } from '../../shared/record/record.ts';
import { digest } from '../../shared/record/replay.ts';
import { playExercise } from '../../shared/simulation/play.ts';
import { recordOf, shieldLesson } from './shield-lesson.ts';

const game = playExercise(shieldLesson, { seed: 'kept', bots: { COL: 'cooperator', HAN: 'titForTat', MER: 'freeRider', NIH: 'cooperator' }, keep: true });
const write = (name: string, text: string) => writeFileSync(join(import.meta.dirname, name), gzipSync(text, { level: 9 }));
write('shield-lesson.entente.jsonl.gz', writeRecord(recordOf(game.state, game.events)));
write('shield-lesson.commands.json.gz', JSON.stringify({ digest: digest(game.state), requests: game.requests }));
console.log(`${game.events.length} events, ${game.requests.length} commands`);
