import { expect, fixture } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';

import { inspect } from '../support/accessibility.ts';
import { FormDriver, labels, until } from '../support/form-driver.ts';
import { challengeAnswer, problem, usePlayedServer } from '../support/played-server.ts';

const expectAccessible = async (form: FormDriver): Promise<void> => {
  const { violations, undecided, passed } = await inspect(form.element);
  expect(violations).to.deep.equal([]);
  expect(undecided).to.deep.equal([]);
  expect(passed).to.include.members(['color-contrast', 'target-size']);
  await expect(form.element).to.be.accessible();
};

type Server = ReturnType<typeof usePlayedServer>;

/** Every state a reader may meet, and how one gets there. */
const states: Readonly<Record<string, (server: Server) => Promise<FormDriver>>> = {
  untouched: () => FormDriver.open(),
  'with a code': () => FormDriver.openTouched('contact="bandoc@example.com"'),
  'with errors': async () => {
    const form = await FormDriver.openTouched();
    await form.send();
    return form;
  },
  'without a code to be had': async (server) => {
    server.answerChallenges(challengeAnswer({}));
    const form = await FormDriver.open();
    form.element.focus();
    await until(() => form.text('code-note').startsWith('Chưa tải được'), 'the note');
    return form;
  },
  'offering another email': async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll({ [labels.email]: 'an@gmail.con' });
    return form;
  },
  'beyond the limit': async () => {
    const form = await FormDriver.openTouched('max-length="3"');
    await form.fillAll();
    return form;
  },
  sending: async (server) => {
    server.hold('comment');
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.press();
    return form;
  },
  failed: async (server) => {
    server.answerComments(problem(500, 'internal-error'));
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    return form;
  },
  sent: async () => {
    const form = await FormDriver.openTouched();
    await form.fillAll();
    await form.send();
    return form;
  },
  'with a draft': async () => {
    const first = await FormDriver.openTouched();
    await first.fillAll();
    first.element.remove();
    const form = await FormDriver.open();
    await until(() => form.has('draft-note'), 'the note');
    return form;
  },
  'in English': async () => {
    const form = await FormDriver.openTouched('lang="en"');
    await form.send();
    return form;
  },
};

describe('<reader-comment-form>: for everybody (A-16)', () => {
  const server = usePlayedServer();

  afterEach(async () => {
    document.body.removeAttribute('style');
    document.documentElement.removeAttribute('style');
    await setViewport({ width: 800, height: 600 });
  });

  for (const [state, open] of Object.entries(states)) {
    it(`has no finding ${state}`, async () => {
      await expectAccessible(await open(server));
    });

    it(`has no finding ${state}, on a dark page`, async () => {
      document.documentElement.style.colorScheme = 'dark';
      document.body.style.cssText = 'background: #121212; color: #eee';
      await expectAccessible(await open(server));
    });

    it(`fits into 320 px ${state} (A-19, C-6)`, async () => {
      await setViewport({ width: 320, height: 800 });
      const form = await open(server);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const node of form.root.querySelectorAll('*')) {
        const { right } = node.getBoundingClientRect();
        expect(right, `${node.localName} ${node.part.value}`).to.be.at.most(320);
      }
    });
  }

  it('keeps lines high enough for Ẵ, Ữ and Ế (A-19)', async () => {
    const form = await FormDriver.openTouched();
    await form.send();
    for (const node of form.root.querySelectorAll('p, label, input, textarea, button, h2, h3, a')) {
      const { lineHeight, fontSize } = getComputedStyle(node);
      expect(
        Number.parseFloat(lineHeight) / Number.parseFloat(fontSize),
        `${node.localName} ${node.part.value}: ${lineHeight} / ${fontSize}`,
      ).to.be.at.least(1.39);
    }
  });

  it('loses nothing when text is spaced out (A-19)', async () => {
    await setViewport({ width: 320, height: 800 });
    const holder = await fixture<HTMLElement>(
      '<div style="line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em"></div>',
    );
    const form = await FormDriver.openTouched();
    holder.append(form.element);
    await form.send();
    for (const node of form.root.querySelectorAll<HTMLElement>('p, label, button, h2, h3, a')) {
      if (node.matches('.unseen, .unseen *')) continue;
      expect(node.scrollWidth, textPart(node)).to.be.at.most(Math.ceil(node.offsetWidth) + 1);
    }
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
  });

  it('takes the font of the page', async () => {
    document.body.style.fontFamily = 'cursive';
    const form = await FormDriver.open();
    for (const part of ['heading', 'label', 'input', 'textarea', 'submit-button', 'hint']) {
      expect(getComputedStyle(form.part(part)!).fontFamily, part).to.equal('cursive');
    }
  });
});

const textPart = (node: HTMLElement): string => `${node.localName} ${node.part.value}`;
