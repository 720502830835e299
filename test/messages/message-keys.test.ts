import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { FormFieldName } from '../../src/elements/form/control-ids.ts';
import type { FormMessageKey } from '../../src/messages/form.vi.ts';
import { fieldMessageKey } from '../../src/protocol/field-messages.ts';
import { fieldChecks } from '../../src/protocol/fields.ts';
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
/** Every problem of a field that the form has words for. */
const fieldTables: Readonly<
  Record<FormFieldName, Readonly<Partial<Record<FieldProblemCode, FormMessageKey>>>>
> = {
  name: {
    empty: 'name.empty',
    'too-long': 'name.tooLong',
    characters: 'name.chars.digits',
    'letters-only': 'name.chars',
    'mixed-scripts': 'name.mixed',
    'no-letter': 'name.noLetter',
    contact: 'name.contact',
  },
  address: { empty: 'address.empty', 'too-long': 'address.tooLong' },
  email: {
    empty: 'email.empty',
    'too-long': 'email.tooLong',
    accents: 'email.accents',
    format: 'email.format',
  },
  content: {
    empty: 'content.empty',
    'too-short': 'content.tooShort',
    'too-long': 'content.tooLong',
    'abnormal-characters': 'content.abnormal',
    'too-many-links': 'content.links',
    'no-accents': 'content.noAccents',
  },
  'challenge.answer': {
    empty: 'code.empty',
    digits: 'code.digits',
    length: 'code.length',
    missing: 'code.empty',
    wrong: 'code.wrong',
    incomplete: 'code.expired',
    expired: 'code.expired',
    malformed: 'code.expired',
    spent: 'code.spent',
    unavailable: 'code.unavailable',
    'kind-refused': 'code.unavailable',
  },
  consents: { empty: 'consent.empty' },
};
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
    assert.deepEqual(Object.keys(fieldTables), [...Object.keys(fieldChecks), 'consents']);
  });

  it('are told by field and code, whatever a server names (C-3)', () => {
    for (const [field, table] of Object.entries(fieldTables)) {
      for (const [code, key] of Object.entries(table)) {
        assert.equal(fieldMessageKey(field, code), key);
      }
    }
    for (const hostile of ['constructor', '__proto__', '', 7 as unknown as string]) {
      assert.ok(!vietnamese.has(fieldMessageKey('name', hostile)));
      assert.ok(!vietnamese.has(fieldMessageKey(hostile, 'empty')));
    }
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
