// LOGISTICS: the parties supply each other's forces, which makes packages near a party's land cheaper (ruling 42).
import { z } from 'zod';
import { clause } from './clause.ts';

export const logistics = clause({ kind: 'LOGISTICS', parameters: z.strictObject({}) });
