import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { builtFolder, readBrowserFiles, readDeskFiles } from './browser-files.ts';
import { deskBudgets, findUncounted, sizeBudgets, weighFiles } from './size-budgets.ts';

const sourcesOf = (name: string): readonly string[] => {
  const map = JSON.parse(readFileSync(join(builtFolder, `${name}.map`), 'utf8')) as {
    sources: string[];
  };
  return map.sources;
};

const isLit = (source: string): boolean =>
  /\/node_modules\/(?:lit|lit-html|lit-element|@lit\/reactive-element)\//.test(source);

describe('the files that pages load', () => {
  const files = readBrowserFiles().map(({ name }) => name);

  it('hold Lit and modules of the page, so no zod and nothing of a server', () => {
    const ours = /^(?:define\.js$|(?:elements|messages|protocol|text)\/)/;
    for (const name of files) {
      assert.deepEqual(
        sourcesOf(name).filter((source) => !isLit(source) && !ours.test(source)),
        [],
        name,
      );
      assert.deepEqual(
        sourcesOf(name).filter((source) => /zod|schemas/.test(source)),
        [],
        name,
      );
    }
  });

  it('hold Lit once', () => {
    assert.deepEqual(
      files.filter((name) => sourcesOf(name).some(isLit)),
      ['reader-comments.classic.js', 'reader-comments.js'],
    );
  });

  it('are the same chunks for the module and the classic script', () => {
    const chunks = (name: string): readonly string[] => {
      const code = readFileSync(join(builtFolder, name), 'utf8');
      return [...code.matchAll(/reader-comments\.[\w.-]+\.js(?=["'`])/g)].map(([file]) => file);
    };
    assert.ok(chunks('reader-comments.js').length >= 4);
    assert.deepEqual(chunks('reader-comments.classic.js'), chunks('reader-comments.js'));
  });

  it('ask nothing of other hosts', () => {
    for (const name of files) {
      const code = readFileSync(join(builtFolder, name), 'utf8');
      assert.doesNotMatch(code, /(?:import|fetch)\s*\(?\s*["'`](?:https?:)?\/\//, name);
    }
  });
});

describe("the desk's files", () => {
  const files = readDeskFiles();

  it('hold modules of the desk and the libraries that the notices name, nothing of a server', () => {
    const allowed =
      /^\.\.\/(?:desk|elements|messages|protocol|text)\/|^[\w.-]+\.js$|\/node_modules\/(?:lit|lit-html|lit-element|@lit\/reactive-element|diff|lean-qr)\/|^(?:views|dialogs|stats|words)\//;
    for (const { name } of files) {
      assert.deepEqual(
        sourcesOf(`desk/${name}`).filter((source) => !allowed.test(source)),
        [],
        name,
      );
    }
  });

  it('keep their budgets, each file in one', () => {
    assert.deepEqual(findUncounted(files, deskBudgets), []);
    assert.deepEqual(
      weighFiles(files, deskBudgets).filter(({ isKept }) => !isKept),
      [],
    );
  });

  it('ask nothing of other hosts', () => {
    for (const { name } of files) {
      const code = readFileSync(join(builtFolder, 'desk', name), 'utf8');
      assert.doesNotMatch(code, /(?:import|fetch)\s*\(?\s*["'`](?:https?:)?\/\//, name);
    }
  });
});

describe('the budgets of sizes', () => {
  const file = (name: string, kilobytes: number) => ({
    name,
    gzipBytes: kilobytes * 1024,
    integrity: '',
  });
  const small = [
    file('reader-comments.js', 12),
    file('reader-comments.form-assistant.Dx_-1.js', 4),
    file('reader-comments.form.en.Dx_-1.js', 2),
    file('reader-comments.classic.js', 12),
    file('reader-comments.legacy-format.Dx_-1.js', 1),
    file('reader-comments.consent-boxes.Dx_-1.js', 1),
    file('reader-comments.reader-comment-list-element.Dx_-1.js', 6),
    file('reader-comments.list-assistant.Dx_-1.js', 4),
    file('reader-comments.refusals.Dx_-1.js', 1),
    file('reader-comments.long-list.Dx_-1.js', 1),
    file('reader-comments.form-situation.Dx_-1.js', 1),
    file('reader-comments.reader-comment-count-element.Dx_-1.js', 1),
    file('reader-comments.list.en.Dx_-1.js', 2),
    file('reader-comments.spoken-code.Dx_-1.js', 1),
    file('reader-comments.author-lock.Dx_-1.js', 0.5),
    file('reader-comments.accent-question.Dx_-1.js', 1),
    file('reader-comments.refusal-texts.Dx_-1.js', 1),
    file('reader-comments.offer-ways.Dx_-1.js', 1),
    file('reader-comments.code-choice.Dx_-1.js', 1),
    file('reader-comments.find-key.Dx_-1.js', 1),
  ];

  it('count what a page loads together', () => {
    assert.deepEqual(
      weighFiles(small).map(({ bytes, isKept }) => [bytes / 1024, isKept]),
      [12, 16, 1, 1, 1, 0.5, 1, 1, 3, 2, 4, 1, 1, 6, 1, 1, 2, 18].map((kilobytes) => [
        kilobytes,
        true,
      ]),
    );
  });

  it('are broken by one byte, and by a file that is not there', () => {
    const [first, ...others] = small;
    const heavy = weighFiles([{ ...first!, gzipBytes: first!.gzipBytes + 1 }, ...others]);
    assert.deepEqual(
      heavy.map(({ isKept }) => isKept),
      [false, ...sizeBudgets.slice(1).map(() => true)],
    );
    assert.equal(weighFiles(others)[0]?.isKept, false);
  });

  it('count every file', () => {
    assert.deepEqual(findUncounted(small), []);
    const extra = file('reader-comments.extra.Dx_-1.js', 1);
    assert.deepEqual(findUncounted([...small, extra]), [extra]);
    assert.ok(sizeBudgets.every(({ limitKilobytes }) => limitKilobytes > 0));
  });
});
