import { expect } from '@open-wc/testing';

import { codeUrl } from '../../../src/elements/form/code-url.ts';

const { origin } = location;

describe('codeUrl', () => {
  for (const [endpoint, expected] of [
    ['/comments', `${origin}/comments/challenge`],
    ['/comments/', `${origin}/comments/challenge`],
    ['/comments?site=2', `${origin}/comments/challenge`],
    ['/comments/?site=2#x', `${origin}/comments/challenge`],
    ['/', `${origin}/challenge`],
    ['//cdn.example/c', `${location.protocol}//cdn.example/c/challenge`],
    ['https://api.example:8443/y-kien', 'https://api.example:8443/y-kien/challenge'],
  ] as const) {
    it(`is beside ${endpoint}`, () => {
      expect(codeUrl({ endpoint, challengeEndpoint: '' })).to.equal(expected);
    });
  }

  it('is what the page says', () => {
    expect(codeUrl({ endpoint: '/comments', challengeEndpoint: 'ma?v=2' })).to.equal('ma?v=2');
  });
});
