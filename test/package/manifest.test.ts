import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import * as elements from '../../src/elements/index.ts';
import { builtFolder } from './browser-files.ts';

interface Named {
  readonly name: string;
  readonly description?: string;
}

interface Declaration extends Named {
  readonly tagName?: string;
  readonly attributes?: readonly Named[];
  readonly members?: readonly (Named & { readonly privacy?: string })[];
  readonly events?: readonly (Named & { readonly type: { readonly text: string } })[];
}

const manifest = JSON.parse(readFileSync(join(builtFolder, 'custom-elements.json'), 'utf8')) as {
  modules: readonly { declarations: readonly Declaration[] }[];
};

const form = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .find(({ tagName }) => tagName === 'reader-comment-form');

describe('custom-elements.json', () => {
  it('describes <reader-comment-form>', () => {
    assert.equal(form?.name, elements.ReaderCommentFormElement.name);
  });

  it('lists the attributes that the element observes, each with a word on it', () => {
    assert.deepEqual(
      form?.attributes?.map(({ name }) => name).toSorted(),
      elements.ReaderCommentFormElement.observedAttributes.toSorted(),
    );
    for (const { name, description } of form?.attributes ?? []) assert.ok(description, name);
  });

  it('lists the events by the names and classes that are exported', () => {
    const exported = Object.values(elements)
      .filter((one) => one.prototype instanceof Event)
      .map((one) => ['type' in one && one.type, one.name]);
    assert.ok(exported.length > 0);
    assert.deepEqual(
      Object.fromEntries(form?.events?.map(({ name, type }) => [name, type.text]) ?? []),
      Object.fromEntries(exported),
    );
  });

  it('tells nothing of what is private', () => {
    const members = manifest.modules.flatMap(({ declarations }) =>
      declarations.flatMap((one) => one.members ?? []),
    );
    assert.ok(members.some(({ name }) => name === 'endpoint'));
    assert.deepEqual(
      members.filter(({ name, privacy }) => name.startsWith('#') || privacy === 'private'),
      [],
    );
  });
});
