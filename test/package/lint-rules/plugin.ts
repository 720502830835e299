import { importDirections } from './import-directions.ts';
import type { LintRule } from './lint-rule.ts';
import { noMathRandom } from './no-math-random.ts';

const rules: Readonly<Record<string, LintRule>> = {
  'import-directions': importDirections,
  'no-math-random': noMathRandom,
};

/** The project's own lint rules; the linter wants a plugin as the default export of its module. */
export default { meta: { name: 'project' }, rules };
