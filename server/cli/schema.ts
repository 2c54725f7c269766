// entente schema: prints the JSON Schema of scenario files, or brings what is made from it and from the catalogues up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { RULES_TABLES } from '../../shared/rules/guide.ts';
import { GUIDE_TABLES } from '../../shared/scenario/guide.ts';
import { scenarioJsonSchemaText } from '../../shared/scenario/json-schema.ts';
import { withTables } from '../../shared/scenario/tables.ts';
import { GUIDE_FILE, RULES_FILE, SCHEMA_FILE } from '../scenarios.ts';
import { EXIT } from './verb.ts';
import type { Verb } from './verb.ts';

export const schema: Verb = {
  usage: '',
  about: 'Prints the JSON Schema of scenario files. Editors that know YAML use it for completion and help.',
  options: { write: { help: 'Write scenarios/schema.json and the tables of the guides (scenarios/README.md, shared/rules/README.md) instead.' } },
  run({ switches }) {
    if (switches.write) {
      writeFileSync(SCHEMA_FILE, scenarioJsonSchemaText());
      for (const [file, tables] of [[GUIDE_FILE, GUIDE_TABLES], [RULES_FILE, RULES_TABLES]] as const) writeFileSync(file, withTables(readFileSync(file, 'utf8'), tables));
    } else process.stdout.write(scenarioJsonSchemaText());
    return EXIT.ok;
  },
};
