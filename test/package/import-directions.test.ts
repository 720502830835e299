import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('../../', import.meta.url));

const directions = 'project(import-directions)';
const globals = 'eslint(no-restricted-globals)';

/** A module that breaks one rule: where it is planted, what it says, and the rule that must find it. */
type Plant = readonly [path: string, code: string, rule: string];

const planted: readonly Plant[] = [
  ['src/text/planted.ts', "import '../protocol/article.ts';", directions],
  ['src/text/planted-package.ts', "import 'zod';", directions],
  ['src/text/planted-node.ts', "import 'node:crypto';", directions],
  ['src/protocol/planted.ts', "import '../messages/form.vi.ts';", directions],
  ['src/protocol/planted-zod.ts', "import 'zod';", directions],
  ['src/protocol/planted-schemas.ts', "import './schemas.ts';", directions],
  ['src/protocol/schemas-planted.ts', "import 'node:crypto';", directions],
  ['src/messages/planted.ts', "import '../text/text-key.ts';", directions],
  ['src/messages/planted-package.ts', "import 'lit';", directions],
  ['src/captcha/planted.ts', "import '../service/index.ts';", directions],
  ['src/captcha/http/planted.ts', "import '../../messages/form.vi.ts';", directions],
  ['src/captcha/planted-package.ts', "import 'hono';", directions],
  ['src/captcha/planted-http.ts', "import 'node:http';", directions],
  ['src/elements/planted.ts', "import '../service/index.ts';", directions],
  ['src/elements/form/planted.ts', "import '../../captcha/index.ts';", directions],
  ['src/elements/planted-schemas.ts', "import '../protocol/schemas.ts';", directions],
  ['src/elements/planted-index.ts', "import '../protocol/index.ts';", directions],
  ['src/elements/planted-zod.ts', "import 'zod/mini';", directions],
  ['src/elements/planted-node.ts', "import 'node:crypto';", directions],
  ['src/elements/planted-define.ts', "import '../define.ts';", directions],
  ['src/desk/planted.ts', "import '../service/index.ts';", directions],
  ['src/desk/views/planted-captcha.ts', "import '../../captcha/index.ts';", directions],
  ['src/desk/planted-schemas.ts', "import '../protocol/schemas.ts';", directions],
  ['src/desk/planted-package.ts', "import 'zod';", directions],
  ['src/desk/planted-node.ts', "import 'node:crypto';", directions],
  ['src/elements/planted-desk.ts', "import '../desk/safe-url.ts';", directions],
  ['src/elements/planted-diff.ts', "import 'diff';", directions],
  ['src/service/planted-desk.ts', "import '../desk/safe-url.ts';", directions],
  ['src/service/planted.ts', "import '../elements/index.ts';", directions],
  ['src/service/planted-package.ts', "import 'lit';", directions],
  ['src/service/desk/planted.ts', "import 'better-auth';", directions],
  ['src/service/store/planted-postgres.ts', "import 'pg';", directions],
  ['src/service/planted-log.ts', "import 'pino';", directions],
  ['src/service/planted-metrics.ts', "import 'prom-client';", directions],
  ['src/service/planted-http.ts', "import 'node:http';", directions],
  ['src/service/planted-cli.ts', "import '../cli/help.ts';", directions],
  ['src/service/pages/planted.ts', "import '../../elements/client.ts';", directions],
  ['src/cli/planted.ts', "import '../protocol/article.ts';", directions],
  ['src/cli/planted-http.ts', "import 'node:http';", directions],
  ['src/cli/planted-demo.ts', "import '../../demo/server.ts';", directions],
  ['src/planted/new-folder.ts', "import '../text/text-key.ts';", directions],
  // Every kind of import is one.
  ['src/text/kind-type.ts', "import type { Article } from '../protocol/types.ts';", directions],
  ['src/text/kind-type-import.ts', "export type A = import('lit').CSSResult;", directions],
  ['src/text/kind-from.ts', "export { html } from 'lit';", directions],
  ['src/text/kind-all.ts', "export * from 'lit';", directions],
  ['src/text/kind-dynamic.ts', "await import('lit');", directions],
  ['src/text/kind-detour.ts', "import './../protocol/article.ts';", directions],
  // What is no import.
  ['src/text/planted-page.ts', 'export const a: string = document.title;', globals],
  ['src/protocol/planted-page.ts', 'export const a: number = window.length;', globals],
  ['src/captcha/planted-page.ts', 'export const a: unknown = localStorage;', globals],
  ['src/service/planted-page.ts', 'export const a: unknown = new HTMLElement();', globals],
  [
    'src/captcha/planted-random.ts',
    'export const a: number = Math.random();',
    'project(no-math-random)',
  ],
  ['src/service/planted-console.ts', "console.log('a');", 'eslint(no-console)'],
];

/** The real tree allows these, so a rule that refused everything would be found out. */
const allowed: readonly (readonly [path: string, code: string])[] = [
  ['src/service/pages/allowed.ts', "import '../../elements/form/form-view.ts';"],
  ['src/desk/allowed.ts', "import '../elements/localize.ts';\nimport 'diff';"],
  ['src/elements/form/allowed.ts', "import '../../protocol/fields.ts';"],
];

interface Finding {
  readonly code: string;
  readonly filename: string;
}

const lint = (folder: string): ReadonlySet<string> => {
  const program = join(project, 'node_modules/oxlint/bin/oxlint');
  const { stdout, stderr } = spawnSync(process.execPath, [program, '--format=json', 'src'], {
    cwd: folder,
    encoding: 'utf8',
  });
  assert.equal(stderr, '');
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Finding[] };
  return new Set(
    diagnostics.map(({ filename, code }) => `${filename.replaceAll('\\', '/')} ${code}`),
  );
};

const write = (folder: string, path: string, code: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), `${code}\n`);
};

describe('the lint', () => {
  let tree: string;
  let clean: ReadonlySet<string>;
  let found: ReadonlySet<string>;

  before(() => {
    tree = mkdtempSync(join(tmpdir(), 'reader-comments-lint-'));
    for (const path of ['src', 'test/package/lint-rules', '.oxlintrc.json', 'package.json']) {
      cpSync(join(project, path), join(tree, path), { recursive: true });
    }
    symlinkSync(join(project, 'node_modules'), join(tree, 'node_modules'), 'junction');
    for (const plant of allowed) write(tree, ...plant);
    clean = lint(tree);
    for (const [path, code] of planted) write(tree, path, code);
    found = lint(tree);
  });

  after(() => rmSync(tree, { recursive: true, force: true }));

  it('finds nothing in the tree as it stands', () => {
    assert.deepEqual([...clean], []);
  });

  for (const [path, code, rule] of planted) {
    it(`finds ${path}: ${code}`, () => assert.ok(found.has(`${path} ${rule}`)));
  }
});
