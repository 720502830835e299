import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { FormMessageKey } from '../../src/messages/form.vi.ts';
import { fieldMessageKeys } from '../../src/protocol/field-messages.ts';
import { fieldChecks, type FieldName } from '../../src/protocol/fields.ts';
import { problemMessageKeys } from '../../src/protocol/problem-messages.ts';
import {
  type FieldProblemCode,
  type ProblemCode,
  problemStatus,
} from '../../src/protocol/problem.ts';
import { vietnamese } from './form-catalogue.ts';

// The compiler's part: a misspelt code or key in the tables does not compile here. Excess properties are not found in
// a value that has a name, so the keys are compared as types.
type KeysOf<Table> = Table extends unknown ? keyof Table : never;
const problemCodes: readonly ProblemCode[] = Object.keys(problemMessageKeys) as KeysOf<
  typeof problemMessageKeys
>[];
const fieldTables: Readonly<
  Record<FieldName, Readonly<Partial<Record<FieldProblemCode, FormMessageKey>>>>
> = fieldMessageKeys;
const fieldCodes: readonly FieldProblemCode[] = Object.values(fieldMessageKeys).flatMap(
  (table) => Object.keys(table) as KeysOf<(typeof fieldMessageKeys)[FieldName]>[],
);
const problemKeys: readonly FormMessageKey[] = Object.values(problemMessageKeys);

const named: readonly string[] = [
  ...problemKeys,
  ...Object.values(fieldTables).flatMap((table) => Object.values(table)),
];

const elements = fileURLToPath(new URL('../../src/elements/', import.meta.url));
const source = readdirSync(elements, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(elements, path), 'utf8'))
  .join('\n');

/** Keys that are put together of a name and a fixed part, such as `sent.${status}`. */
const patterns = [...source.matchAll(/localize\(`([^`]+)`/g)].map(
  ([, template]) =>
    new RegExp(`^${template!.replaceAll('.', '\\.').replaceAll(/\$\{[^}]+\}/g, '\\w+')}$`),
);

const isUsed = (key: string): boolean =>
  named.includes(key) ||
  source.includes(`'${key}'`) ||
  source.includes(`all.${key}`) ||
  patterns.some((pattern) => pattern.test(key));

describe('the keys of the messages', () => {
  it('exist for every problem that has words of its own (C-3)', () => {
    assert.deepEqual(
      named.filter((key) => !vietnamese.has(key)),
      [],
    );
    assert.ok(vietnamese.has('server.error'), 'for a code that this version does not know');
  });

  it('are given for codes of the contract only (C-3)', () => {
    assert.deepEqual(
      problemCodes.filter((code) => !(code in problemStatus)),
      [],
    );
    assert.deepEqual(Object.keys(fieldMessageKeys), [...Object.keys(fieldChecks), 'consents']);
    assert.ok(fieldCodes.length > 0);
  });

  it('exist wherever the form names one (C-3)', () => {
    const literals = [...source.matchAll(/localize\(\s*'([^']+)'/g)].map(([, key]) => key!);
    assert.ok(literals.length > 10);
    assert.deepEqual(
      literals.filter((key) => !vietnamese.has(key)),
      [],
    );
  });

  it('are all used: no dead words', () => {
    assert.equal(isUsed('form.nobody'), false);
    assert.deepEqual(
      [...vietnamese.keys()].filter((key) => !isUsed(key)),
      [],
    );
  });
});
