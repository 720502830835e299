import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { after, before, describe, it } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import * as z from 'zod';
import type { DeskMessageKey } from '../../src/messages/desk.vi.ts';
import { maxSectionCharacters } from '../../src/protocol/limits.ts';
import { normalizeLine, normalizeText } from '../../src/text/normalize-text.ts';
import { deskText } from '../support/desk-hand.ts';
import { hostileMarkup } from '../support/hostile-markup.ts';
import { waitForEqual } from '../support/wait-for-equal.ts';
import { openWholePageDesk, type WholePageDesk } from '../support/whole-page-desk.ts';

/** What an editor and a browser may be called. */
const colleague = `<img src=x onerror="hit=1">`;
/** Allowed by RFC 5322, and nothing that markup would be safe from. */
const email = `'onmouseover='hit=1'{x}@example.vn`;
const plain = 'Một câu có chữ hit.';
/** Marked wherever they stand: also within what looks like a tag. */
const suspectWords = 'hit\nscript\nimg\nstyle\n';

/** Comments with one text in every place that a reader or an editor fills. */
interface Written {
  readonly text: string;
  readonly article: string;
  /** Published, edited, reported and answered. */
  readonly id: string;
  /** A pending answer of another reader. */
  readonly answer: string;
}

const sectionOf = (text: string): string =>
  normalizeLine(text).slice(0, maxSectionCharacters).trim();

const idSchema = z.looseObject({ id: z.string() });
const changeSchema = z.object({ comment: z.looseObject({ id: z.string(), version: z.number() }) });

describe('hostile texts at the desk, through the real service (S10, S22, S23, S24, S31, S38)', () => {
  let desk: WholePageDesk;
  let page: Page;
  let complaints: readonly string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'reader-comments-words-'));
  let written: readonly Written[] = [];
  const dialogs: string[] = [];
  const requests: string[] = [];
  /** Names of tags and attributes that the desk draws a plain text with, in all its views. */
  const plainShape = new Set<string>();

  /** Sends as a reader whose page is the site's. */
  const send = async (path: string, body: object, headers: object = {}): Promise<Response> =>
    fetch(`${desk.site.url}/comments${path}`, {
      method: 'POST',
      headers: { Origin: desk.site.url, 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });

  /** Sends as the editor. */
  async function act(method: string, path: string, body: object): Promise<unknown> {
    const response = await page.request.fetch(`${desk.deskUrl}/comments/desk/api${path}`, {
      method,
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      data: body,
    });
    const answer = await response.text();
    assert.equal(response.status(), 200, `${path} ${answer}`);
    return JSON.parse(answer) as unknown;
  }

  async function write(text: string, number: number): Promise<Written> {
    // An id may be any text, too.
    const article = `${number} ${text}`;
    const draft = {
      article,
      page: { url: `${desk.site.url}/${number}?${encodeURIComponent(text)}`, title: text },
      name: 'Lan',
      address: text,
      email,
      content: text,
    };
    const named = await send('', { ...draft, name: text });
    assert.ok(named.status === 422 || text === plain, text);
    const addressed = await send('', { ...draft, page: { url: 'javascript:hit=1', title: text } });
    assert.equal(addressed.status, 422);

    const { id } = idSchema.parse(await (await send('', draft)).json());
    let version = 0;
    const change = async (method: string, path: string, body: object): Promise<void> => {
      const answer = await act(method, `/comments/${id}${path}`, { version, ...body });
      version = changeSchema.parse(answer).comment.version;
    };
    await change('POST', '/decision', { decision: 'reject', reason: 'other', note: text });
    await change('POST', '/decision', { decision: 'publish' });
    await change('PUT', '/text', { content: `${text} Sửa.`, note: text });
    await act('POST', `/comments/${id}/reply`, { content: text, name: text.slice(0, 80) });
    await act('PUT', `/articles/${encodeURIComponent(article)}`, {
      version: 0,
      section: sectionOf(text),
    });
    const { token } = z
      .object({ token: z.string() })
      .parse(await (await send('/visitor', {})).json());
    const report = { reason: 'other', note: text };
    const reported = await send(`/${id}/report`, report, { Authorization: `Bearer ${token}` });
    assert.equal(reported.status, 204);
    const reply = { ...draft, parent: id, email: 'binh@example.vn' };
    const { id: answer } = idSchema.parse(await (await send('', reply)).json());
    return { text, article, id, answer };
  }

  /** What readers' names may not be, and addresses that are no web address, as an older rule might have let them in. */
  function tamper(column: 'name' | 'page_url'): void {
    const database = new DatabaseSync(desk.databaseFile);
    const table = column === 'name' ? 'comments set name' : 'articles set page_url';
    const change = database.prepare(`update ${table} = ? where instr(?, ' ' || id || ' ') > 0`);
    for (const { text, article, id, answer } of written) {
      change.run(text, column === 'name' ? ` ${id} ${answer} ` : ` ${article} `);
    }
    database.close();
  }

  /**
   * Asserts that nothing ran, that nothing but what a plain text is drawn with is there, and that each selector finds
   * these texts, as they stand there.
   * @param more - Names of tags and attributes that a view has beside.
   */
  async function assertShown(
    text: string,
    expected: Readonly<Record<string, readonly string[]>>,
    more: readonly string[] = [],
  ): Promise<void> {
    const { hit, links, names, texts } = await page.evaluate((selectors) => {
      const root = document.querySelector('reader-comments-desk')!.shadowRoot!;
      const nodes = [...root.querySelectorAll('*'), ...document.querySelectorAll('*')];
      const textsOf = (selector: string): string[] =>
        [...root.querySelectorAll(selector)].map((node) =>
          node instanceof HTMLInputElement ? node.value : node.textContent,
        );
      return {
        hit: 'hit' in window,
        links: nodes.flatMap((node) => ('href' in node ? [String(node.href)] : [])),
        names: [...new Set(nodes.flatMap((node) => [node.localName, ...node.getAttributeNames()]))],
        texts: Object.fromEntries(selectors.map((selector) => [selector, textsOf(selector)])),
      };
    }, Object.keys(expected));
    assert.deepEqual(texts, expected);
    assert.equal(hit, false, text);
    for (const link of links) assert.match(link, /^http:\/\//, text);
    if (text === plain) for (const name of names) plainShape.add(name);
    const born = names.filter((name) => !plainShape.has(name) && !more.includes(name));
    assert.deepEqual(born, [], text);
  }

  /** Opens a queue, and waits until its first comment is shown. */
  async function queue(key: DeskMessageKey): Promise<void> {
    const name = new RegExp(`^${deskText(key)}`);
    const button = page.getByRole('navigation').getByRole('button', { name });
    await Promise.all([page.waitForResponse(/\/api\/comments\/[\da-f-]+$/), button.click()]);
    await page.locator('#history-heading').waitFor();
  }
  const press = (within: Locator, key: DeskMessageKey): Promise<void> =>
    // At once: a mouse takes three times as long.
    within.getByRole('button', { name: deskText(key), exact: true }).dispatchEvent('click');
  const article = (): Locator => page.getByRole('article');
  const field = (): Locator => page.getByRole('textbox', { name: deskText('edit.edited') });

  async function show(id: string): Promise<void> {
    await page.locator(`#row-${id}`).dispatchEvent('click');
    await page.locator('#history-heading').waitFor();
  }

  before(async () => {
    const words = join(folder, 'words.txt');
    writeFileSync(words, suspectWords);
    desk = await openWholePageDesk({ suspectWords: [words] });
    const opened = await desk.openAsEditor({ after: () => {} }, colleague, 'admin', {
      userAgent: `Mozilla/5.0 ${colleague}`,
    });
    page = opened.page;
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => requests.push(request.url()));
    complaints = opened.complaints;
    written = await Promise.all([plain, ...hostileMarkup].map(write));
    tamper('name');
  });
  after(async () => {
    await desk.close();
    rmSync(folder, { recursive: true });
  });

  it('are texts in the comment, its edit and its history, and in the settings of its article', async () => {
    await queue('queue.reported');
    for (const { text, id } of written) {
      /* oxlint-disable no-await-in-loop -- one after the other */
      const [lines, line] = [normalizeText(text), normalizeLine(text)];
      const edited = `${lines} Sửa.`;
      await show(id);
      await assertShown(text, {
        [`#row-${id} .row-name`]: [text],
        [`#row-${id} .row-article`]: [line],
        [`#row-${id} .row-text`]: [edited],
        '#comment-heading bdi': [text],
        '.comment-head .meta bdi': [line, email],
        '.article a': [`${line} ${deskText('item.newTab.sr')}`],
        '#original': [lines],
        'article > .text:not(.diff, #original)': [edited],
        'article > .diff ins': [` ${deskText('edit.added.sr')}  Sửa.`],
        // Readers’ remarks are normalised, editors’ are kept as they are.
        '.events .text': [lines, text, text],
        '.events bdi': [colleague, colleague, colleague, colleague],
      });

      await press(article(), 'act.edit');
      await field().fill(`${lines} ${lines}`);
      await assertShown(text, {
        '.side-by-side p.text': [lines],
        '.write .diff ins': [` ${deskText('edit.added.sr')}  ${lines}`],
      });
      await field().fill(edited);
      await press(article(), 'desk.cancel');

      await press(article(), 'article.heading');
      await page.locator('#section').waitFor();
      await assertShown(text, {
        'dialog form > p': [line],
        '#section': [sectionOf(text)],
      });
      await press(page.getByRole('dialog'), 'desk.cancel');
      /* oxlint-enable no-await-in-loop */
    }
  });

  it('are texts in an answer and in what it answers, with marks in them; what is no web address is no link', async () => {
    tamper('page_url');
    await page.reload();
    await page.getByRole('heading', { level: 2, name: deskText('queue.new') }).waitFor();
    await queue('queue.suspect');
    for (const { text, answer } of written) {
      /* oxlint-disable no-await-in-loop -- one after the other */
      const [lines, line] = [normalizeText(text), normalizeLine(text)];
      await show(answer);
      await assertShown(text, {
        '#comment-heading bdi': [text],
        '.article [dir=auto]': [line],
        '.article a': [],
        '.parent .label': [deskText('item.parent').replace('{name}', () => text)],
        '.parent .text': [lines],
        '#original': [lines],
      });
      const marks = await page.locator('#original mark').allTextContents();
      for (const word of suspectWords.trim().split('\n')) {
        const found = new RegExp(`\\b${word}\\b`, 'i').exec(lines);
        if (found) assert.ok(marks.includes(found[0]), `${word} in ${text}`);
      }
      /* oxlint-enable no-await-in-loop */
    }
  });

  it('are texts in the search, its heading, and what was found', async () => {
    const box = page.getByRole('searchbox');
    for (const { text } of written) {
      /* oxlint-disable no-await-in-loop -- one after the other */
      // A field of one line has none.
      const line = text.replaceAll(/[\r\n]/g, '');
      await box.fill(text);
      await box.press('Enter');
      const heading = deskText('search.results').replace('{query}', () => line);
      await waitForEqual(() => page.locator('#list-heading').textContent(), heading);
      await page.locator('[aria-busy=false] :is(.row, .empty)').first().waitFor();
      await assertShown(text, { '#list-heading': [heading], '#search': [line] });
      /* oxlint-enable no-await-in-loop */
    }
    await press(page.locator('.list-head'), 'search.clear');
  });

  it('are texts where comments are chosen by their article, and looked at together', async () => {
    await queue('queue.suspect');
    const { answer, text } = written.at(-1)!;
    await show(answer);
    await press(article(), 'filter.article');
    const chosen = deskText('filter.article.on').replace('{title}', () => text);
    await waitForEqual(() => page.locator('.filter-article span').allTextContents(), [chosen]);
    await press(page.locator('.filter-article'), 'filter.article.off');
    await page.locator(`#row-${written[0]!.answer}`).waitFor();
    for (const { answer: id } of written) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await page
        .locator('.row', { has: page.locator(`#row-${id}`) })
        .getByRole('checkbox')
        .check();
      if (id === written[4]!.answer) break;
    }
    await press(page.locator('.bulk'), 'act.reject');
    await page.locator('.sample').waitFor();
    const five = written.slice(0, 5);
    await assertShown(
      'all',
      {
        '.sample .row-name': five.map((one) => one.text),
        '.sample .row-text': five.map((one) => normalizeText(one.text)),
      },
      ['aria-live', 'aria-required'],
    );
    await press(page.getByRole('dialog'), 'desk.cancel');
  });

  it('of colleagues and their browsers are texts: who is at the desk and where, names of sections', async () => {
    await page.locator('.account summary').click();
    await press(page.locator('.account'), 'account.sessions');
    await page.locator('.sessions li').waitFor();
    await assertShown(
      'all',
      { '.account bdi': [colleague], '.sessions .text': [`Mozilla/5.0 ${colleague}`] },
      ['strong'],
    );
    await press(page.getByRole('dialog'), 'desk.close');
    await press(page.locator('.account'), 'modes.heading');
    await page.locator('#site-mode').waitFor();
    const sections = written.map(({ text }) => sectionOf(text)).toSorted();
    const labels = await page.locator('dialog label[for^=section-]').allTextContents();
    assert.deepEqual(labels.toSorted(), sections);
    await assertShown('all', {});
    await press(page.getByRole('dialog'), 'desk.cancel');
  });

  it('opened no window, asked no other host and said no word in the console', () => {
    assert.deepEqual(dialogs, []);
    assert.ok(requests.length > 0);
    for (const url of requests) assert.ok(url.startsWith(`${desk.deskUrl}/comments/desk/`), url);
    assert.equal(page.context().pages().length, 1);
    assert.deepEqual(complaints, []);
  });
});
