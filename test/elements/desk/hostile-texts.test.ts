import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';

import { safeUrl } from '../../../src/desk/safe-url.ts';
import { hostileMarkup as hostile } from '../../support/hostile-markup.ts';
import { DeskDriver, usePlayedDesk } from '../support/desk-driver.ts';
import { authorCard, deskComment } from '../support/played-desk.ts';

const shapeOf = (root: ParentNode): string[] =>
  [...root.querySelectorAll('*')].map(
    (node) => `${node.localName} ${node.getAttributeNames().toSorted().join(' ')}`,
  );

describe('<reader-comments-desk>: hostile texts', () => {
  const world = usePlayedDesk();

  before(() => setViewport({ width: 1280, height: 800 }));
  after(() => setViewport({ width: 800, height: 600 }));

  async function draw(text: string): Promise<DeskDriver> {
    const at = '2026-11-29T00:00:00.000Z';
    world.service.comments = [
      deskComment(1, {
        name: text,
        address: text,
        content: text,
        editedContent: `${text} Sửa.`,
        article: { id: text, title: text, url: text },
        verified: text,
        signals: [
          { code: 'site:x', severity: 'hold', field: 'content', offsets: [[0, 2]], detail: text },
        ],
      }),
    ];
    const latest = [{ ...authorCard.latest[0]!, content: text }];
    world.service.detail = {
      author: { ...authorCard, latest },
      email: text,
      parent: { id: 'x', status: 'published', name: text, content: text },
      history: [{ at, who: text, action: text, reason: text, note: text }],
      reports: [{ reason: 'other', note: text, createdAt: at }],
    };
    world.service.comments = world.service.comments.map((one) => ({
      ...one,
      signals: one.signals.map((signal) => ({ ...signal, severity: 'note' as const })),
    }));
    return DeskDriver.open();
  }

  for (const text of hostile) {
    it(`add no element and no attribute: ${JSON.stringify(text)}`, async () => {
      const plain = shapeOf((await draw('Một câu.')).root.querySelector('.comment-head')!);
      const desk = await draw(text);
      expect(shapeOf(desk.find('.comment-head')!)).to.deep.equal(plain);
      expect(desk.find('#original')!.textContent).to.equal(text);
      expect(desk.shown).to.equal(text.replaceAll(/\s+/g, ' ').trim());
      expect(desk.root.querySelectorAll('script, img, style, svg, a')).to.have.lengthOf(0);
      expect(desk.find('[onmouseover], [onerror], [style]')).to.equal(null);
    });
  }

  it('lead nowhere: only web addresses are links (S22, S23)', () => {
    for (const url of [...hostile, 'data:text/html,x', '//bao.example/a', '/a', 'vbscript:x', '']) {
      expect(safeUrl(url), url).to.equal(undefined);
    }
    expect(safeUrl(' java\nscript:alert(1)')).to.equal(undefined);
    expect(safeUrl('https://bao.example/a"b')).to.equal('https://bao.example/a%22b');
  });
});
