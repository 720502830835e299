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

/** What axe finds in an element. */
export interface Findings {
  /** A line for each. */
  readonly violations: readonly string[];
  /** Rules that it could not decide on. */
  readonly undecided: readonly string[];
  /** Rules that had something to judge, and found it good. */
  readonly passed: readonly string[];
}

/** Has axe look at an element. */
export async function inspect(element: Element): Promise<Findings> {
  await import('axe-core/axe.min.js');
  const { violations, incomplete, passes } = await globalThis.window.axe!.run(element, options);
  const describe = ({ id, nodes }: axeCore.Result): string =>
    `${id}: ${nodes.map(({ target, failureSummary }) => `${String(target)} ${failureSummary}`).join('; ')}`;
  return {
    violations: violations.map(describe),
    undecided: incomplete.map(({ id }) => id),
    passed: passes.map(({ id }) => id),
  };
}
