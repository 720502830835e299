import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { TestContext } from 'node:test';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Runs axe over what `selector` points at, with `target-size`; what it could not decide is listed for people.
 * The page must have been opened with `bypassCSP`: axe is put into it as text, which a policy rightly refuses.
 */
export async function findViolations(
  t: Pick<TestContext, 'diagnostic'>,
  page: Page,
  selector: string,
): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const results = await page.evaluate(
    ([context, values]) =>
      (
        Reflect.get(window, 'axe') as {
          run(context: string, options: unknown): Promise<AxeResults>;
        }
      ).run(context, {
        runOnly: { type: 'tag', values },
        rules: { 'target-size': { enabled: true } },
      }),
    [selector, tags] as const,
  );
  for (const { id, nodes } of results.incomplete) {
    t.diagnostic(`incomplete: ${id} ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }
  assert.ok(
    results.passes.some(({ id }) => id === 'target-size'),
    'target-size was looked at',
  );
  return results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`,
  );
}
