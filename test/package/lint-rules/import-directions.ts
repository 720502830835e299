import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mayImport } from './directions.ts';
import type { LintNode, LintRule } from './lint-rule.ts';

const sources = fileURLToPath(new URL('../../../src', import.meta.url));

/** Path below `src/` with forward slashes; begins with `../` for files outside. */
const placeOf = (path: string): string => relative(sources, path).split(sep).join('/');

/**
 * Holds every kind of import of the modules in `src/` to the table of import directions: of values and of types,
 * `import()` and `export … from` as well.
 */
export const importDirections: LintRule = {
  create(context) {
    const from = placeOf(context.filename);
    if (from.startsWith('../')) return {};
    const check = (node: LintNode): void => {
      const name = node.source?.value;
      if (typeof name !== 'string') return;
      const to = name.startsWith('.')
        ? `./${placeOf(resolve(dirname(context.filename), name))}`
        : name;
      if (mayImport(from, to)) return;
      const message = `${from} may not import ${to}: against the import directions of the design.`;
      context.report({ node, message });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
    };
  },
};
