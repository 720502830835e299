/** As much of a syntax tree's node as our rules look at (ESTree). */
export interface LintNode {
  readonly type: string;
  readonly name?: string;
  readonly value?: unknown;
  readonly source?: LintNode | null;
  readonly object?: LintNode;
  readonly property?: LintNode;
}

/** What the linter hands to a rule for one file. */
export interface LintContext {
  /** Absolute path of the file. */
  readonly filename: string;
  /** Reports a finding at a node. */
  report(finding: { readonly node: LintNode; readonly message: string }): void;
}

/** A rule in the shape that ESLint gave it and oxlint takes: a visitor by type of node. */
export interface LintRule {
  create(context: LintContext): Readonly<Record<string, (node: LintNode) => void>>;
}
