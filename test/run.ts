// Runs every test and ends with one plain line: "N passed, N failed".
import { startVitest } from 'vitest/node';
import { findBrowser } from './browser/chromium.ts';

findBrowser();
const vitest = await startVitest('test', process.argv.slice(2).filter((arg) => !arg.startsWith('-')), { watch: false, run: true });
const modules = vitest.state.getTestModules();
let passed = 0;
let failed = 0;
for (const module of modules) {
  if (module.errors().length > 0) failed += 1;
  for (const test of module.children.allTests()) {
    const state = test.result().state;
    if (state === 'passed') passed += 1;
    else if (state === 'failed') failed += 1;
  }
}
failed += vitest.state.getUnhandledErrors().length;
await vitest.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
