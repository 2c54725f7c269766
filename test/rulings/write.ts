// Writes the rulings as a page to read (README.md beside this file): run it when a ruling is added or settled anew.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { page } from './page.ts';

writeFileSync(join(import.meta.dirname, 'README.md'), page());
