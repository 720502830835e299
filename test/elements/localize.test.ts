import { expect } from '@open-wc/testing';

import { createLocalize } from '../../src/elements/localize.ts';

const messages = {
  plain: 'Gửi ý kiến',
  count: '{n} letter | {n} letters',
  named: '{newsroom} viết cho {who}',
  twice: '{n} + {n}',
};

describe('createLocalize', () => {
  const english = createLocalize('en', messages, { newsroom: 'The paper' });
  const vietnamese = createLocalize('vi', messages, { newsroom: 'Tòa soạn' });

  it('gives a message as it is', () => {
    expect(vietnamese('plain')).to.equal('Gửi ý kiến');
  });

  it('fills in what it is given, and the defaults', () => {
    expect(vietnamese('named', { who: 'bạn' })).to.equal('Tòa soạn viết cho bạn');
    expect(vietnamese('named', { who: 'bạn', newsroom: 'Báo' })).to.equal('Báo viết cho bạn');
  });

  it('leaves a placeholder that nobody fills in', () => {
    expect(vietnamese('named')).to.equal('Tòa soạn viết cho {who}');
  });

  it('fills a placeholder wherever it stands', () => {
    expect(english('twice', { n: 2 })).to.equal('2 + 2');
  });

  it('takes what it is given as text: placeholders in it stay', () => {
    expect(vietnamese('named', { who: '{newsroom} $& $1' })).to.equal(
      'Tòa soạn viết cho {newsroom} $& $1',
    );
  });

  it('writes numbers as the language does (C-7)', () => {
    expect(english('count', { n: 12_345 })).to.equal('12,345 letters');
    expect(vietnamese('twice', { n: 12_345 })).to.equal('12.345 + 12.345');
  });

  it('chooses singular or plural by the rule of the language (C-8)', () => {
    expect(english('count', { n: 1 })).to.equal('1 letter');
    expect(english('count', { n: 0 })).to.equal('0 letters');
    expect(english('count', { n: 2 })).to.equal('2 letters');
  });

  it('has one form where the language has one (C-8)', () => {
    const one = createLocalize('vi', { left: 'Còn {n} ký tự' }, {});
    expect([0, 1, 2].map((n) => one('left', { n }))).to.deep.equal([
      'Còn 0 ký tự',
      'Còn 1 ký tự',
      'Còn 2 ký tự',
    ]);
  });

  it('takes whatever a page put in the place of a text for a text', () => {
    const odd = createLocalize('vi', { plain: 7 as unknown as string }, {});
    expect(odd('plain')).to.equal('7');
  });
});
