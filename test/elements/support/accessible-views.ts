import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';

import { inspect } from './accessibility.ts';
import type { DeskDriver } from './desk-driver.ts';
import type { PlayedDesk } from './played-desk.ts';

/** Views of the desk by what they are called, and how one gets there. */
export type AccessibleViews = Readonly<
  Record<string, (service: PlayedDesk) => Promise<DeskDriver>>
>;

async function expectAccessible(desk: DeskDriver): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const { violations, passed } = await inspect(desk.element);
  expect(violations).to.deep.equal([]);
  if (desk.find('button')) expect(passed).to.include('target-size');
}

/** Tests of each view: axe finds nothing in light and dark and at 320 px, where all of it fits. */
export function describeAccessibleViews(
  world: { readonly service: PlayedDesk },
  views: AccessibleViews,
): void {
  beforeEach(() => {
    document.body.style.margin = '0';
  });
  afterEach(async () => {
    document.body.removeAttribute('style');
    document.documentElement.removeAttribute('style');
    await setViewport({ width: 800, height: 600 });
  });

  for (const [view, open] of Object.entries(views)) {
    it(`has no finding: ${view}`, async () => {
      await setViewport({ width: 1280, height: 900 });
      await expectAccessible(await open(world.service));
    });

    it(`has no finding, dark: ${view}`, async () => {
      await setViewport({ width: 1280, height: 900 });
      document.documentElement.style.colorScheme = 'dark';
      const desk = await open(world.service);
      desk.element.style.colorScheme = 'dark';
      await expectAccessible(desk);
    });

    it(`has no finding at 320 px and fits, also with text spaced out (A-19): ${view}`, async () => {
      await setViewport({ width: 320, height: 900 });
      document.body.style.cssText = 'margin: 0; letter-spacing: 0.12em; word-spacing: 0.16em';
      const desk = await open(world.service);
      await expectAccessible(desk);
      expect(document.documentElement.scrollWidth).to.be.at.most(320);
      for (const node of desk.root.querySelectorAll('*:not(.unseen)')) {
        // Tables of data may move sideways in a frame of their own (WCAG 1.4.10).
        if (node.closest('.unseen') ?? node.parentElement?.closest('.table')) continue;
        const { right } = node.getBoundingClientRect();
        expect(right, `${node.localName} ${node.className}`).to.be.at.most(320.5);
      }
    });
  }
}
