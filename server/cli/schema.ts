// entente schema: prints the JSON Schema of scenario files, or writes it to where editors look for it.
import { writeFileSync } from 'node:fs';
import { scenarioJsonSchemaText } from '../../shared/scenario/json-schema.ts';
import { SCHEMA_FILE } from '../scenarios.ts';
import { EXIT } from './verb.ts';
import type { Verb } from './verb.ts';

export const schema: Verb = {
  usage: '',
  about: 'Prints the JSON Schema of scenario files. Editors that know YAML use it for completion and help.',
  options: { write: { help: 'Write it to scenarios/schema.json instead.' } },
  run({ switches }) {
    if (switches.write) writeFileSync(SCHEMA_FILE, scenarioJsonSchemaText());
    else process.stdout.write(scenarioJsonSchemaText());
    return EXIT.ok;
  },
};
