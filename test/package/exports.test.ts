import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { installPacked, packageDescription, type PackedPackage } from './packed-package.ts';

/** What is asked of each path of the package, and the answer. */
const probes: Readonly<Record<string, readonly [code: string, answer: unknown]>> = {
  '.': ["(await import('reader-comments'), !!customElements.get('reader-comment-form'))", true],
  './elements': [
    "typeof (await import('reader-comments/elements')).ReaderCommentFormElement",
    'function',
  ],
  './protocol': ["(await import('reader-comments/protocol')).problemStatus.duplicate", 409],
  './captcha': ["typeof (await import('reader-comments/captcha')).createSecurityCode", 'function'],
  './service': [
    "typeof (await import('reader-comments/service')).createCommentService",
    'function',
  ],
  './bundle': [
    "import.meta.resolve('reader-comments/bundle').split('/').pop()",
    'reader-comments.js',
  ],
  './classic': [
    "import.meta.resolve('reader-comments/classic').split('/').pop()",
    'reader-comments.classic.js',
  ],
  './custom-elements.json': [
    "(await import('reader-comments/custom-elements.json', { with: { type: 'json' } })).default.schemaVersion",
    '1.0.0',
  ],
  './web-types.json': [
    "(await import('reader-comments/web-types.json', { with: { type: 'json' } })).default.name",
    'reader-comments',
  ],
  './vscode.html-custom-data.json': [
    "(await import('reader-comments/vscode.html-custom-data.json', { with: { type: 'json' } })).default.version",
    1.1,
  ],
  './vscode.css-custom-data.json': [
    "(await import('reader-comments/vscode.css-custom-data.json', { with: { type: 'json' } })).default.version",
    1.1,
  ],
  './package.json': [
    "(await import('reader-comments/package.json', { with: { type: 'json' } })).default.name",
    'reader-comments',
  ],
};

/** Runs a module of the package and lists all modules that came along. */
const listModules = (name: string): string => `
  import { registerHooks } from 'node:module';
  const urls = [];
  registerHooks({ load(url, context, next) { urls.push(url); return next(url, context); } });
  await import('${name}');
  console.log(JSON.stringify(urls));`;

describe('the packed package', () => {
  let packed: PackedPackage;

  before(() => {
    packed = installPacked();
  });

  after(() => packed.remove());

  it('has no path that is not tried here', () => {
    assert.deepEqual(Object.keys(packageDescription.exports), Object.keys(probes));
  });

  for (const [path, [code, answer]] of Object.entries(probes)) {
    it(`gives ${path}`, () => {
      assert.deepEqual(packed.evaluate(`console.log(JSON.stringify(${code}))`), answer);
    });
  }

  it('imports its elements where there is no page, and registers nothing', () => {
    const code = `
      const before = 'document' in globalThis || 'HTMLElement' in globalThis;
      await import('reader-comments/elements');
      console.log(JSON.stringify([before, !!globalThis.customElements?.get('reader-comment-form')]));`;
    assert.deepEqual(packed.evaluate(code), [false, false]);
  });

  for (const name of ['captcha', 'service']) {
    it(`loads nothing of the elements for reader-comments/${name}`, () => {
      const modules = packed.evaluate(listModules(`reader-comments/${name}`)) as string[];
      assert.ok(modules.some((url) => url.endsWith(`/dist/${name}/index.js`)));
      assert.deepEqual(
        modules.filter((url) =>
          /\/dist\/(?:elements|define)|\/node_modules\/(?:@lit|lit)/.test(url),
        ),
        [],
      );
    });
  }

  it('loads the description of the service only when it is asked for', () => {
    const modules = packed.evaluate(listModules('reader-comments/service')) as string[];
    assert.ok(modules.some((url) => url.endsWith('/http/openapi-route.js')));
    assert.deepEqual(
      modules.filter((url) => /\/openapi\/|schemas-of-answers/.test(url)),
      [],
    );
  });

  it('loads no server for reader-comments/captcha', () => {
    const modules = packed.evaluate(listModules('reader-comments/captcha')) as string[];
    const server =
      /\/dist\/service\/|\/node_modules\/(?:@hono|hono|kysely)\/|^node:(?:http|sqlite)/;
    assert.deepEqual(
      modules.filter((url) => server.test(url)),
      [],
    );
  });
});
