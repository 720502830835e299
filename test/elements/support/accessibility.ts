import type axeCore from 'axe-core';

declare global {
  interface Window {
    axe?: typeof axeCore;
  }
}

/** Rules of WCAG 2.2 A and AA; `target-size` (2.5.8) is off by default and switched on here. */
const options: axeCore.RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  rules: {
    'target-size': { enabled: true },
    // Of the whole page, not of a part of it.
    region: { enabled: false },
    'page-has-heading-one': { enabled: false },
    'landmark-one-main': { enabled: false },
  },
};

/** What axe finds in an element: a line for each violation, and the rules it could not decide on. */
export async function inspect(
  element: Element,
): Promise<{ violations: string[]; undecided: string[] }> {
  await import('axe-core/axe.min.js' as string);
  const { violations, incomplete } = await globalThis.window.axe!.run(element, options);
  const describe = ({ id, nodes }: axeCore.Result): string =>
    `${id}: ${nodes.map(({ target, failureSummary }) => `${String(target)} ${failureSummary}`).join('; ')}`;
  return { violations: violations.map(describe), undecided: incomplete.map(({ id }) => id) };
}
