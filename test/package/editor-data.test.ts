import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFileSync } from 'node:fs';
import { findTag, type ManifestEntry, readBuilt } from './manifest.ts';
import { packageDescription } from './packed-package.ts';

interface Told {
  readonly name: string;
  readonly description: string;
}

interface VsCodeHtml {
  readonly tags: readonly (Told & {
    readonly attributes: readonly (Told & { readonly values: readonly { name: string }[] })[];
  })[];
}

interface VsCodeCss {
  readonly properties: readonly Told[];
  readonly pseudoElements: readonly Told[];
}

interface WebTypes {
  readonly name: string;
  readonly version: string;
  readonly contributions: {
    readonly html: {
      readonly elements: readonly (Told & {
        readonly attributes: readonly Told[];
        readonly events: readonly Told[];
        readonly js: { readonly properties: readonly Told[]; readonly events: readonly Told[] };
      })[];
    };
    readonly css: {
      readonly properties: readonly Told[];
      readonly 'pseudo-elements': readonly Told[];
    };
  };
}

const tagNames = ['reader-comment-count', 'reader-comment-form', 'reader-comment-list'];
const form = findTag('reader-comment-form');
const all = tagNames.map(findTag);

/** Holds a list against one of the manifest: the same names, each with its word. */
const sameAs = (
  told: readonly Told[],
  entries: readonly ManifestEntry[] = [],
  toName = (name: string): string => name,
): void => {
  assert.ok(entries.length > 0);
  const pick = (one: ManifestEntry, name = one.name) => [name, one.description];
  assert.deepEqual(
    told.map((one) => pick(one)),
    entries.map((one) => pick(one, toName(one.name))),
  );
};

/** Holds what is told of all tags together against the manifest: each name once, with its word on every tag. */
const hasAll = (
  told: readonly Told[],
  entries: readonly ManifestEntry[],
  toName = (name: string): string => name,
): void => {
  assert.deepEqual(
    told.map(({ name }) => name).toSorted(),
    [...new Set(entries.map(({ name }) => toName(name)))].toSorted(),
  );
  for (const { name, description = '' } of entries) {
    const one = told.find((candidate) => candidate.name === toName(name));
    assert.ok(description !== '' && one?.description.includes(description), name);
  }
};

describe('the data for VS Code', () => {
  const { tags } = readBuilt('vscode.html-custom-data.json') as VsCodeHtml;
  const css = readBuilt('vscode.css-custom-data.json') as VsCodeCss;
  const tag = tags.find(({ name }) => name === 'reader-comment-form')!;

  it('offers every tag with all of its attributes', () => {
    assert.deepEqual(
      tags.map(({ name }) => name),
      tagNames,
    );
    for (const [index, { attributes }] of all.entries())
      sameAs(tags[index]!.attributes, attributes);
  });

  it('tells of every event, part and custom property, with what it means', () => {
    const { events = [], cssParts = [], cssProperties = [] } = form;
    for (const { name, description } of [...events, ...cssParts, ...cssProperties]) {
      assert.ok(tag.description.includes(`- **${name}** - ${description}`), name);
    }
  });

  it('offers the words an attribute takes, and never the name of a type', () => {
    const values = tag.attributes
      .filter((one) => one.values.length > 0)
      .map((one) => [one.name, one.values.map(({ name }) => name)]);
    const uses = ['required', 'optional', 'off'];
    assert.deepEqual(Object.fromEntries(values), {
      challenge: ['picture', 'work', 'none'],
      'name-field': uses,
      'address-field': uses,
      'email-field': uses,
    });
  });

  it('offers every custom property and part in style sheets', () => {
    hasAll(
      css.properties,
      all.flatMap(({ cssProperties = [] }) => cssProperties),
    );
    hasAll(
      css.pseudoElements,
      all.flatMap(({ cssParts = [] }) => cssParts),
      (name) => `::part(${name})`,
    );
  });
});

describe('the web types for JetBrains', () => {
  const types = readBuilt('web-types.json') as WebTypes;
  const { html, css } = types.contributions;
  const element = html.elements.find(({ name }) => name === 'reader-comment-form')!;

  it('name the package and its version', () => {
    const own = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as WebTypes;
    assert.deepEqual([types.name, types.version], [own.name, own.version]);
    assert.equal(packageDescription['web-types'], './dist/web-types.json');
  });

  it('offer the tag with its attributes, events and properties', () => {
    assert.deepEqual(
      html.elements.map(({ name }) => name),
      tagNames,
    );
    sameAs(element.attributes, form.attributes);
    sameAs(element.events, form.events);
    sameAs(element.js.events, form.events);
    sameAs(
      element.js.properties,
      form.members?.filter((one) => one.kind === 'field' && one.static !== true),
    );
  });

  it('offer every custom property and part in style sheets', () => {
    hasAll(
      css.properties,
      all.flatMap(({ cssProperties = [] }) => cssProperties),
    );
    hasAll(
      css['pseudo-elements'],
      all.flatMap(({ cssParts = [] }) => cssParts),
      (name) => `part(${name})`,
    );
  });
});

describe('the README', () => {
  it('says where editors find these files', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    for (const [setting, name] of [
      ['html.customData', 'vscode.html-custom-data.json'],
      ['css.customData', 'vscode.css-custom-data.json'],
    ] as const) {
      const place = `"./node_modules/${packageDescription.name}/dist/${name}"`;
      assert.match(readme, new RegExp(`"${setting}":\\s\\[${place.replaceAll('.', '\\.')}\\]`));
    }
    assert.match(readme, /JetBrains finds `web-types\.json` by itself/);
  });
});
