import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it, type TestContext } from 'node:test';
import type { Browser, Page, Request, Response as PageResponse } from 'playwright-core';
import {
  commentsFile,
  exampleArticle,
  type KnownExample,
  startNodeExample,
  startPhpExample,
} from '../support/examples.ts';
import { findPhp } from '../support/find-php.ts';
import { makeTemporaryFolder } from '../support/service-fixture.ts';
import { launchChromium } from '../support/whole-page-browser.ts';
import {
  type FormOnPage,
  formOn,
  typedTexts,
  waitForFocus,
  words,
} from '../support/whole-page-form.ts';

interface OpenedExample {
  readonly page: Page;
  readonly form: FormOnPage;
  /** The tokens that were handed out, in their order. The page may show an answer before it has been read here. */
  readonly tokens: () => Promise<readonly string[]>;
  /** The right code for the token handed out last. */
  readonly code: () => Promise<string>;
  /** The comments that were sent, in their order. */
  readonly posts: readonly Request[];
  /** The comments that are stored, each as what a reader types. */
  readonly comments: () => readonly object[];
}

const readComments = (file: string): readonly object[] => {
  if (!existsSync(file)) return [];
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const rows = database.prepare('select article, name, address, email, content from comments');
    return rows.all().map((row) => ({ ...row }));
  } finally {
    database.close();
  }
};

/** The token in an answer that brings a challenge. */
const readTokens = async (response: PageResponse): Promise<readonly string[]> => {
  const { challenge } = (await response.json()) as { challenge?: { token: string } };
  return challenge ? [challenge.token] : [];
};

const php = findPhp();

const examples: readonly (readonly [
  name: string,
  start: ((folder: string) => Promise<KnownExample>) | undefined,
])[] = [
  ['Express', startNodeExample('express.js')],
  ['Fastify', startNodeExample('fastify.js')],
  ['PHP', php === undefined ? undefined : (folder) => startPhpExample(folder, php)],
];

for (const [name, start] of examples) {
  const skip = start ? false : 'PHP with SQLite is not here (php-cli, php-sqlite3; PHP_PATH)';
  describe(`the example for ${name}`, { skip }, () => {
    let browser: Browser;
    before(async () => {
      browser = await launchChromium();
    });
    after(() => browser.close());

    const open = async (t: TestContext): Promise<OpenedExample> => {
      assert.ok(start);
      const folder = makeTemporaryFolder(t);
      const example = await start(folder);
      t.after(() => example.close());
      const page = await browser.newPage();
      t.after(() => page.close());
      page.setDefaultTimeout(20_000);
      const answers: Promise<readonly string[]>[] = [];
      const posts: Request[] = [];
      page.on('response', (response) => {
        if (/json/.test(response.headers()['content-type'] ?? ''))
          answers.push(readTokens(response));
      });
      page.on('request', (request) => {
        if (request.method() === 'POST' && !request.url().endsWith('/challenge'))
          posts.push(request);
      });
      await page.goto(example.url);
      const form = formOn(page);
      await form.fill();
      const tokens = async (): Promise<readonly string[]> => (await Promise.all(answers)).flat();
      return {
        page,
        form,
        tokens,
        code: async () => example.codeOf((await tokens()).at(-1) ?? ''),
        posts,
        comments: () => readComments(commentsFile(folder)),
      };
    };

    it('stores a comment with the right code once, and refuses its token the second time (S1)', async (t) => {
      const { page, form, code, posts, comments } = await open(t);
      await form.code.fill(await code());
      await form.submit.click();
      await waitForFocus(page, 'sent-heading');
      const stored = [{ article: exampleArticle, ...typedTexts }];
      assert.deepEqual(comments(), stored);
      assert.equal(posts.length, 1);

      const [post] = posts;
      assert.ok(post);
      const again = (key: string): Promise<Response> =>
        fetch(post.url(), {
          method: 'POST',
          headers: {
            'content-type': post.headers()['content-type'] ?? '',
            'idempotency-key': key,
          },
          body: (post.postData() ?? '').replace(/(?<=request_id=)[^&]*/, key),
        });
      // Another comment with the same token.
      const refused = await again('another-comment');
      assert.equal(refused.status, 422);
      assert.match(await refused.text(), /"challenge-spent"|"code-old"/);
      assert.deepEqual(comments(), stored);
    });

    it('takes a comment that is sent again after a lost answer for the one it has', async (t) => {
      const { page, form, code, comments } = await open(t);
      const url = /comments(?:\.php)?$/;
      let isLost = false;
      await page.route(url, async (route) => {
        if (route.request().method() !== 'POST' || isLost) return route.continue();
        isLost = true;
        await route.fetch();
        return route.abort();
      });
      await form.code.fill(await code());
      await form.submit.click();
      await form.retry.waitFor();
      assert.equal(comments().length, 1);
      await form.retry.click();
      await waitForFocus(page, 'sent-heading');
      assert.equal(comments().length, 1);
    });

    it('tells the reader of a wrong code, stores nothing, and takes the next code (S4)', async (t) => {
      const { page, form, tokens, code, comments } = await open(t);
      await form.code.fill('000000');
      await form.submit.click();
      await waitForFocus(page, 'summary');
      assert.deepEqual(await form.links.allInnerTexts(), [words['code.wrong']]);
      assert.deepEqual(comments(), []);
      await form.picture.waitFor();
      assert.equal(new Set(await tokens()).size, 2);
      await form.code.fill(await code());
      await form.submit.click();
      await waitForFocus(page, 'sent-heading');
      assert.equal(comments().length, 1);
    });
  });
}
