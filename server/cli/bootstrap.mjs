// Starts everything on the Node that is already here: installs what is missing, then runs each step under the Node that the project brings.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const inRoot = (...parts) => join(root, ...parts);

/** The lockfile that the installed packages were made from; a different one means a new install. */
const stamp = inRoot('node_modules', '.installed-lock');
const lock = () => readFileSync(inRoot('package-lock.json'), 'utf8');

function install() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock()) return;
  console.log('Installing the packages Entente needs (a minute or two, the first time only) ...');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const done = spawnSync(npm, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (done.status !== 0) {
    console.error('npm could not install the packages. Check the network or the proxy settings of npm, then run the same command again.');
    process.exit(1);
  }
  writeFileSync(stamp, lock());
}

/** The Node of the project: the `node` package where it could be installed, else this one if it is new enough. */
function projectNode() {
  for (const name of ['node', 'node.exe']) {
    const brought = inRoot('node_modules', 'node', 'bin', name);
    if (existsSync(brought) && statSync(brought).size > 0) return brought;
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  console.error(`Entente runs on Node 24 or newer; this is ${process.version} and the newer one could not be installed. Run "npm rebuild node", or install Node 26.`);
  process.exit(1);
}

function environment() {
  const path = `${inRoot('node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}`;
  return { ...process.env, PATH: path };
}

function run(script, args) {
  return spawnSync(projectNode(), [script, ...args], { cwd: root, stdio: 'inherit', env: environment() }).status ?? 1;
}

/** Hands over for good: signals go on to the program, and its end is the end of this one. */
function become(script, args) {
  const program = spawn(projectNode(), [script, ...args], { cwd: process.cwd(), stdio: 'inherit', env: environment() });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => program.kill(signal));
  program.on('exit', (code) => process.exit(code ?? 1));
}

const bin = (name, file) => inRoot('node_modules', name, file);
const steps = {
  build: () => run(bin('vite', 'bin/vite.js'), ['build', '--logLevel', 'warn']),
  types: () => run(bin('typescript', 'bin/tsc'), ['-p', '.']) || run(bin('typescript', 'bin/tsc'), ['-p', 'shared']),
  lint: () => run(bin('oxlint', 'bin/oxlint'), ['--quiet']),
};

function built() {
  return existsSync(inRoot('dist', 'index.html')) && existsSync(inRoot('dist', '.built')) && readFileSync(inRoot('dist', '.built'), 'utf8') === lock() + sourcesStamp();
}

/** Newest change among what the page is made of, so that a second start does not build again. */
function sourcesStamp() {
  const git = spawnSync('git', ['ls-files', '-s', 'client', 'shared', 'assets', 'vite.config.ts'], { cwd: root, encoding: 'utf8' });
  const changed = spawnSync('git', ['status', '--porcelain', 'client', 'shared', 'assets', 'vite.config.ts'], { cwd: root, encoding: 'utf8' });
  return git.status === 0 && changed.stdout.trim() === '' ? git.stdout : String(process.hrtime.bigint());
}

function build() {
  if (built()) return 0;
  console.log('Building the page ...');
  const status = steps.build();
  if (status === 0) writeFileSync(inRoot('dist', '.built'), lock() + sourcesStamp());
  return status;
}

const commands = {
  start(args) {
    const status = build();
    if (status !== 0) return status;
    return become(inRoot('server', 'cli', 'main.ts'), ['serve', ...args]);
  },
  build,
  check: () => steps.types() || steps.lint(),
  test(args) {
    return steps.types() || steps.lint() || build() || run(inRoot('test', 'run.ts'), args);
  },
  /** Any verb of the command line, in the folder the person stands in. */
  entente: (args) => become(inRoot('server', 'cli', 'main.ts'), args),
};

export function bootstrap(command, args) {
  install();
  const status = commands[command](args);
  if (status !== undefined) process.exit(status);
}

if (process.argv[1] && fileURLToPath(import.meta.url) === process.argv[1]) bootstrap(process.argv[2], process.argv.slice(3));
