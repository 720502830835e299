import { expect } from '@open-wc/testing';

import { findArticleId, pageUrl } from '../../src/elements/article-id.ts';

const pageWith = (head: string): Document =>
  new DOMParser().parseFromString(`<!doctype html><head>${head}</head>`, 'text/html');

const canonical = '<link rel="canonical" href="https://tapchi.example/bai-9">';
const openGraph = '<meta property="og:url" content="https://tapchi.example/chia-se-9">';

describe('the id of an article', () => {
  it('is the canonical link', () => {
    expect(findArticleId(pageWith(openGraph + canonical))).to.equal('https://tapchi.example/bai-9');
  });

  it('is a canonical link in full, though the page gives it in short', () => {
    const { head } = document;
    const link = document.createElement('link');
    link.rel = 'canonical';
    link.setAttribute('href', '/bai-9');
    head.append(link);
    const found = findArticleId(document);
    link.remove();
    expect(found).to.equal(`${location.origin}/bai-9`);
  });

  it('is og:url where there is no canonical link', () => {
    expect(findArticleId(pageWith(openGraph))).to.equal('https://tapchi.example/chia-se-9');
  });

  it('is og:url where the canonical link is empty', () => {
    expect(findArticleId(pageWith(`<link rel="canonical">${openGraph}`))).to.equal(
      'https://tapchi.example/chia-se-9',
    );
  });

  it('is the address of the page where it names itself nowhere', () => {
    expect(findArticleId(document)).to.equal(pageUrl(location.href));
  });

  it('is at most 512 characters long', () => {
    const long = `https://tapchi.example/${'a'.repeat(600)}`;
    expect(findArticleId(pageWith(`<meta property="og:url" content="${long}">`))).to.equal(
      long.slice(0, 512),
    );
  });
});

describe('the address of a page', () => {
  for (const [what, address, expected] of [
    ['its fragment', 'https://a.example/b#c', 'https://a.example/b'],
    ['utm parameters', 'https://a.example/b?utm_source=x&utm_medium=y', 'https://a.example/b'],
    ['fbclid', 'https://a.example/b?fbclid=x', 'https://a.example/b'],
    ['gclid', 'https://a.example/b?gclid=x', 'https://a.example/b'],
    ['zarsrc', 'https://a.example/b?zarsrc=31', 'https://a.example/b'],
    [
      'all of them at once',
      'https://a.example/?gclid=1&id=7&utm_x=2&p=8#e',
      'https://a.example/?id=7&p=8',
    ],
  ] as const) {
    it(`is without ${what}`, () => {
      expect(pageUrl(address)).to.equal(expected);
    });
  }

  it('keeps every other parameter as it is written', () => {
    for (const address of [
      'https://a.example/b?id=7&utmost=1',
      'https://a.example/b?bai=%C3%BD+ki%E1%BA%BFn',
      'https://a.example/b?x-utm_source=1',
    ]) {
      expect(pageUrl(address)).to.equal(address);
    }
  });
});
