import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { installPacked, packageDescription, type PackedPackage } from './packed-package.ts';

describe('the tarball', () => {
  let packed: PackedPackage;

  before(() => {
    packed = installPacked();
  });

  after(() => packed.remove());

  it('holds what was built, its sources and the licences, and nothing else', () => {
    const places = new Set(packed.files.map((path) => path.split('/')[0]));
    const allowed = [
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'THIRD-PARTY-NOTICES.md',
      'dist',
      'package.json',
      'src',
    ];
    assert.deepEqual(
      [...places].filter((place) => !allowed.includes(String(place))),
      [],
    );
    for (const place of ['LICENSE', 'THIRD-PARTY-NOTICES.md', 'dist', 'src']) {
      assert.ok(places.has(place), place);
    }
  });

  it('holds no test, no data and no secret', () => {
    const unwanted =
      /\.test\.|\.sqlite|\.db\b|\.env|\.pem|secret\.(?:key|txt)|(?:^|\/)(?:test|demo|data|coverage)\//;
    assert.deepEqual(
      packed.files.filter((path) => unwanted.test(path)),
      [],
    );
  });

  it('holds every file that the package points to', () => {
    const targets = Object.values(packageDescription.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : Object.values(target),
    );
    const { sideEffects, customElements, 'web-types': webTypes } = packageDescription;
    for (const path of [...targets, ...sideEffects, customElements, webTypes]) {
      assert.ok(packed.files.includes(path.replace('./', '')), path);
    }
  });

  it('names the authors of what is in the browser files', () => {
    const notices = readFileSync(join(packed.folder, 'THIRD-PARTY-NOTICES.md'), 'utf8');
    assert.match(notices, /Copyright \(c\) 2017 Google LLC/);
    assert.match(notices, /BSD-3-Clause/);
  });

  it('has a program that runs under Node as it stands', () => {
    const program = join(packed.folder, 'dist/cli.js');
    assert.match(readFileSync(program, 'utf8'), /^#!\/usr\/bin\/env node\n/);
    const { exitCode, out, err } = packed.runNode(program, '--help');
    assert.equal(err, '');
    assert.equal(exitCode, 0);
    assert.match(out, /^Usage: reader-comments /);
  });

  it('has browser files that are whole scripts', () => {
    for (const name of ['reader-comments.js', 'reader-comments.classic.js']) {
      const { exitCode, err } = packed.runNode('--check', join(packed.folder, 'dist', name));
      assert.equal(exitCode, 0, err);
    }
  });
});
