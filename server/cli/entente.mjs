#!/usr/bin/env node
// The `entente` command: hands its arguments to the command line, under the Node that the project brings.
import { bootstrap } from './bootstrap.mjs';

bootstrap('entente', process.argv.slice(2));
