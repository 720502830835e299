import { expect, fixture } from '@open-wc/testing';

import '../../../src/define.ts';
import type { ReaderCommentCountElement } from '../../../src/elements/index.ts';
import { CommentArticleEvent } from '../../../src/elements/events.ts';
import { queriesFor } from '../../../src/elements/count/count-source.ts';
import { inspect } from '../support/accessibility.ts';
import { textOf, until } from '../support/form-driver.ts';

const tag = 'reader-comment-count';

describe('<reader-comment-count>', () => {
  const original = globalThis.fetch;
  let asked: URL[] = [];
  let counts: Record<string, unknown> = {};

  beforeEach(() => {
    asked = [];
    counts = {};
    globalThis.fetch = async (input) => {
      const url = new URL((input as URL).href);
      asked.push(url);
      return Response.json({ counts });
    };
  });
  afterEach(() => {
    globalThis.fetch = original;
  });

  const open = async (markup: string): Promise<HTMLElement> => {
    const page = await fixture<HTMLElement>(`<section>${markup}</section>`);
    await customElements.whenDefined(tag);
    return page;
  };
  const shown = (page: HTMLElement): readonly string[] =>
    [...page.querySelectorAll<ReaderCommentCountElement>(tag)].map((element) =>
      textOf(element.shadowRoot),
    );
  const one = (article: string, attributes = ''): string =>
    `<${tag} endpoint="/comments" article="${article}" ${attributes}>Ý kiến</${tag}>`;

  it('is registered once its tag is on the page, and shows the number with its unit', async () => {
    counts = { a: 1234 };
    const page = await open(one('a'));
    await until(() => shown(page)[0], 'the number');
    expect(shown(page)).to.deep.equal(['1.234 ý kiến']);
    expect((await inspect(page)).violations).to.deep.equal([]);
  });

  it('asks for all numbers of a page at once, each article once, in one order', async () => {
    counts = { a: 1, b: 2, c: 0 };
    const page = await open(one('c') + one('a') + one('b') + one('a'));
    await until(() => shown(page).every(Boolean), 'the numbers');
    expect(shown(page)).to.deep.equal(['0 ý kiến', '1 ý kiến', '2 ý kiến', '1 ý kiến']);
    expect(asked.map(({ pathname, search }) => pathname + search)).to.deep.equal([
      '/comments/count?article=a&article=b&article=c',
    ]);
    expect(page.querySelectorAll(`${tag}:state(none)`)).to.have.lengthOf(1);
  });

  it('names at most 100 articles in a request, and fewer where their names are long', () => {
    const names = Array.from({ length: 250 }, (_, index) => `bai-${index}`);
    const perQuery = (articles: readonly string[]): readonly number[] =>
      queriesFor(articles).map((query) => query.split('&').length);
    expect(perQuery(names)).to.deep.equal([100, 100, 50]);
    const long = names.slice(0, 30).map((name) => name.padEnd(512, 'đ'));
    expect(queriesFor(long).every((query) => query.length <= 6000)).to.be.true;
    expect(perQuery(long).reduce((sum, count) => sum + count)).to.equal(30);
  });

  it('follows its attributes', async () => {
    counts = { a: 3, b: 5 };
    const page = await open(one('a'));
    await until(() => shown(page)[0] === '3 ý kiến', 'the first number');
    const element = page.querySelector(tag)!;
    element.article = 'b';
    await until(() => shown(page)[0] === '5 ý kiến', 'the other number');
    element.article = '';
    await until(() => !shown(page)[0], 'no number without an article');
    expect(asked).to.have.lengthOf(2);
  });

  it('takes the number that a list of the same article has heard', async () => {
    counts = { a: 3 };
    const page = await open(one('a') + one('b'));
    await until(() => shown(page)[0] === '3 ý kiến', 'the first number');
    page.dispatchEvent(new CommentArticleEvent('a', { state: 'open', count: 4 }));
    await until(() => shown(page)[0] === '4 ý kiến', 'the newer number');
    expect(shown(page)[1]).to.equal('');
  });

  it('says it in English, one and many', async () => {
    counts = { a: 1, b: 1234 };
    const page = await open(`<div lang="en">${one('a')}${one('b')}</div>`);
    await until(() => shown(page).every(Boolean), 'the numbers');
    expect(shown(page)).to.deep.equal(['1 comment', '1,234 comments']);
  });

  for (const [what, answer] of Object.entries({
    'no server is there': () => Promise.reject(new TypeError('Failed to fetch')),
    'the server refuses': () => Response.json({ status: 503 }, { status: 503 }),
    'the answer is none': () => new Response('<h1>502</h1>'),
    'the number is none': () => Response.json({ counts: { a: '<b>1</b>', b: -0.5 } }),
  })) {
    it(`leaves what stands between the tags where ${what}`, async () => {
      let answers = 0;
      globalThis.fetch = async () => {
        answers += 1;
        return answer();
      };
      const page = await open(one('a'));
      await until(() => answers === 1, 'the request');
      await new Promise((resolve) => setTimeout(resolve, 50));
      const element = page.querySelector(tag)!;
      expect(element.shadowRoot!.querySelector('slot')!.assignedNodes().map(textOf)).to.deep.equal([
        'Ý kiến',
      ]);
    });
  }

  it('keeps its width while the number comes, so that nothing beside it moves', async () => {
    counts = { a: 128 };
    const page = await open(`${one('a')}<i>sau</i>`);
    await until(() => page.querySelector(tag)!.shadowRoot, 'the element');
    const next = page.querySelector('i')!;
    const before = next.getBoundingClientRect().left;
    await until(() => shown(page)[0], 'the number');
    expect(next.getBoundingClientRect().left).to.equal(before);
  });
});

describe('tags that a page may do without', () => {
  it('are registered when they come later, and keep what was set before', async () => {
    const original = globalThis.fetch;
    globalThis.fetch = async () => Response.json({ counts: { sau: 7 } });
    const element = document.createElement(tag);
    // An own property, where the class is not yet there.
    element.article = 'sau';
    element.setAttribute('endpoint', '/comments');
    const page = await fixture<HTMLElement>('<section></section>');
    page.append(element);
    await until(() => textOf(element.shadowRoot) === '7 ý kiến', 'the number');
    globalThis.fetch = original;
  });
});
