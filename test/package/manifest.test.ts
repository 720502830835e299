import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import * as elements from '../../src/elements/index.ts';
import { findTag, type ManifestEntry, readManifest } from './manifest.ts';

const manifest = readManifest();
const form = findTag('reader-comment-form');

const formFolder = new URL('../../src/elements/form/', import.meta.url);
const formSources = ['../base.styles.ts', ...readdirSync(formFolder)]
  .map((name) => readFileSync(new URL(name, formFolder), 'utf8'))
  .join('\n');

const namesOf = (entries: readonly ManifestEntry[] = []): string[] =>
  entries.map(({ name }) => name).toSorted();

describe('custom-elements.json', () => {
  it('describes every tag', () => {
    for (const [tag, { name }] of Object.entries({
      'reader-comment-form': elements.ReaderCommentFormElement,
      'reader-comment-list': elements.ReaderCommentListElement,
      'reader-comment-count': elements.ReaderCommentCountElement,
    })) {
      assert.equal(findTag(tag).name, name);
    }
  });

  it('lists the attributes that the element observes, each with a word on it', () => {
    assert.deepEqual(
      form.attributes?.map(({ name }) => name).toSorted(),
      elements.ReaderCommentFormElement.observedAttributes.toSorted(),
    );
    for (const { name, description } of form.attributes ?? []) assert.ok(description, name);
  });

  it('lists the events by the names and classes that are exported', () => {
    const exported = Object.values(elements)
      .filter((one) => one.prototype instanceof Event)
      .map((one) => ['type' in one && one.type, one.name]);
    assert.ok(exported.length > 0);
    assert.deepEqual(
      Object.fromEntries(
        manifest
          .flatMap(({ tagName, events = [] }) => (tagName ? events : []))
          .map(({ name, type }) => [name, type?.text]),
      ),
      Object.fromEntries(exported),
    );
  });

  it('tells nothing of what is private', () => {
    const members = manifest.flatMap((one) => one.members ?? []);
    assert.ok(members.some(({ name }) => name === 'endpoint'));
    assert.deepEqual(
      members.filter(({ name, privacy }) => name.startsWith('#') || privacy === 'private'),
      [],
    );
  });

  it('lists the parts that are drawn, each with a word on it', () => {
    const drawn = [...formSources.matchAll(/(?<!\[)\bpart="([^"]+)"/g)]
      .flatMap(([, parts = '']) => parts.split(' '))
      .flatMap((part) =>
        part.includes('${id}')
          ? ['name', 'address', 'email', 'code'].map((id) => part.replace('${id}', id))
          : part,
      );
    assert.deepEqual(namesOf(form.cssParts), [...new Set(drawn)].toSorted());
    for (const { name, description } of form.cssParts ?? []) assert.ok(description, name);
  });

  it('lists the custom properties that are read, with their defaults', () => {
    const read = [...formSources.matchAll(/\bvar\((--reader-comments-[\w-]+), /g)];
    const names = new Set(read.map(([, name = '']) => name));
    assert.deepEqual(namesOf(form.cssProperties), [...names].toSorted());
    for (const { name, default: told = '', description } of form.cssProperties ?? []) {
      assert.ok(description, name);
      // Where the default is another of these, the styles read it under the short name they gave it.
      const value = told.replace('var(--reader-comments-accent-color)', 'var(--_accent)');
      assert.ok(formSources.includes(`var(${name}, ${value})`), name);
    }
  });

  it('lists the states: the phases of the form, and those of its article', () => {
    const phase = readFileSync(new URL('phase.ts', formFolder), 'utf8');
    const kinds = [...phase.matchAll(/readonly kind: ([^;}]+)/g)].flatMap(
      ([, union = '']) => union.match(/\w+/g) ?? [],
    );
    assert.deepEqual(namesOf(form.cssStates), [...kinds, 'closed', 'hidden'].toSorted());
    for (const { name, description } of form.cssStates ?? []) assert.ok(description, name);
  });

  it('lists no slot, as none is drawn', () => {
    assert.doesNotMatch(formSources, /<slot\b/);
    assert.deepEqual(form.slots ?? [], []);
  });

  it('has a word on every method', () => {
    const methods = form.members?.filter(({ kind }) => kind === 'method') ?? [];
    assert.ok(methods.length > 0);
    for (const { name, description } of methods) assert.ok(description, name);
  });
});
