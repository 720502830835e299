import type { LintRule } from './lint-rule.ts';

/** Refuses `Math.random`: codes, ids and tokens that can be foretold look like any other (S9). */
export const noMathRandom: LintRule = {
  create(context) {
    return {
      MemberExpression(node) {
        if (node.object?.name !== 'Math') return;
        if (node.property?.name !== 'random' && node.property?.value !== 'random') return;
        const message = 'Math.random can be foretold: use the randomness of crypto.';
        context.report({ node, message });
      },
    };
  },
};
