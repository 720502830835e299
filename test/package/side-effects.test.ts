import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { builtFolder } from './browser-files.ts';
import { packageDescription } from './packed-package.ts';

const modules = readdirSync(builtFolder, { recursive: true, encoding: 'utf8' })
  .map((path) => `./dist/${path.split(sep).join('/')}`)
  .filter((path) => path.endsWith('.js'));

/** Chunks are parts of the first file, which no bundler is given. */
const isChunk = (path: string): boolean => /\/reader-comments\..+\.js$/.test(path);

/** Imports modules one by one, and lists those that register a tag, make a global, or print; what lit and zod make is theirs. */
const watch = `
  import 'lit';
  import 'zod';
  const [, ...urls] = process.argv;
  const found = [];
  let acted = '';
  const { define } = customElements;
  customElements.define = function (...args) { acted = 'define'; return define.apply(this, args); };
  const write = process.stdout.write;
  process.stdout.write = () => { acted = 'print'; return true; };
  const globals = () => JSON.stringify(Reflect.ownKeys(globalThis).map(String));
  for (const url of urls) {
    acted = '';
    const before = globals();
    await import(url);
    if (globals() !== before) acted ||= 'global';
    if (acted) found.push(url);
  }
  process.stdout.write = write;
  process.stdout.write(JSON.stringify(found));`;

const findActing = (paths: readonly string[]): unknown => {
  const urls = new Map(
    paths.map((path) => [pathToFileURL(join(builtFolder, '..', path)).href, path]),
  );
  const args = ['--input-type=module', '--eval', watch, ...urls.keys()];
  const { stdout, stderr, status } = spawnSync(process.execPath, args, {
    cwd: join(builtFolder, '..'),
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  return (JSON.parse(stdout) as string[]).map((url) => urls.get(url));
};

describe('"sideEffects" of package.json', () => {
  const listed = new Set(packageDescription.sideEffects);

  it('leaves out no module that does something when it is imported', () => {
    const unlisted = modules.filter((path) => !listed.has(path) && !isChunk(path));
    assert.ok(unlisted.length > 50);
    assert.deepEqual(findActing(unlisted), []);
  });

  it('lists modules that do', () => {
    assert.deepEqual(findActing(['./dist/define.js']), ['./dist/define.js']);
    assert.deepEqual(findActing(['./dist/cli.js']), ['./dist/cli.js']);
    for (const path of listed) assert.ok(modules.includes(path), path);
  });
});
