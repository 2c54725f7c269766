// entente schema: prints the JSON Schema of scenario files, or brings what is made from it in the scenarios folder up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { withTables } from '../../shared/scenario/guide.ts';
import { scenarioJsonSchemaText } from '../../shared/scenario/json-schema.ts';
import { GUIDE_FILE, SCHEMA_FILE } from '../scenarios.ts';
import { EXIT } from './verb.ts';
import type { Verb } from './verb.ts';

export const schema: Verb = {
  usage: '',
  about: 'Prints the JSON Schema of scenario files. Editors that know YAML use it for completion and help.',
  options: { write: { help: 'Write scenarios/schema.json and the tables of scenarios/README.md instead.' } },
  run({ switches }) {
    if (switches.write) {
      writeFileSync(SCHEMA_FILE, scenarioJsonSchemaText());
      writeFileSync(GUIDE_FILE, withTables(readFileSync(GUIDE_FILE, 'utf8')));
    } else process.stdout.write(scenarioJsonSchemaText());
    return EXIT.ok;
  },
};
