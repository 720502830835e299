import { readFileSync, writeFileSync } from 'node:fs';
import {
  findTag,
  type ManifestClass,
  type ManifestEntry,
  type ManifestMember,
} from './manifest.ts';

const readmeFile = new URL('../../README.md', import.meta.url);

const code = (text = ''): string => (text ? `\`${text.replaceAll('|', '\\|')}\`` : '');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const listOf = (entries: readonly ManifestEntry[] = []): string =>
  table(
    ['Name', 'Meaning'],
    entries.map(({ name, description = '' }) => [code(name), description]),
  );

const signatureOf = ({ name, parameters = [], static: isStatic }: ManifestMember): string => {
  const names = parameters.map((one) => (one.optional || one.default ? `${one.name}?` : one.name));
  return `${isStatic ? 'static ' : ''}${name}(${names.join(', ')})`;
};

/** The generated parts of the README, by the name of their marks. */
function createTables(element: ManifestClass): Readonly<Record<string, string>> {
  const { attributes = [], members = [], cssProperties = [] } = element;
  const properties = members.filter(
    ({ kind, privacy, name }) =>
      kind === 'field' && privacy === 'public' && !attributes.some((a) => a.fieldName === name),
  );
  const methods = members.filter(({ kind }) => kind === 'method');
  return {
    attributes: table(
      ['Attribute', 'Property', 'Default', 'Meaning'],
      attributes.map((entry) => [
        code(entry.name),
        code(entry.fieldName),
        entry.default === "''" || entry.default === 'null' ? '' : code(entry.default),
        entry.description ?? '',
      ]),
    ),
    properties: listOf(properties),
    methods: listOf(methods.map((method) => ({ ...method, name: signatureOf(method) }))),
    events: listOf(element.events),
    parts: listOf(element.cssParts),
    states: listOf(
      element.cssStates?.map((state) => ({ ...state, name: `:state(${state.name})` })),
    ),
    'css-properties': table(
      ['Custom property', 'Default', 'Meaning'],
      cssProperties.map((entry) => [
        code(entry.name),
        code(entry.default),
        entry.description ?? '',
      ]),
    ),
  };
}

/** The README with its generated parts as the manifest has them. */
function withTables(readme: string, tables: Readonly<Record<string, string>>): string {
  let result = readme;
  for (const [name, text] of Object.entries(tables)) {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const from = result.indexOf(start);
    const to = result.indexOf(end);
    if (from < 0 || to < from) throw new Error(`README.md has no marks ${start} … ${end}`);
    result = `${result.slice(0, from + start.length)}\n\n${text}\n\n${result.slice(to)}`;
  }
  return result;
}

const readme = readFileSync(readmeFile, 'utf8');
const count = createTables(findTag('reader-comment-count'));
const list = createTables(findTag('reader-comment-list'));
const fresh = withTables(readme, {
  ...createTables(findTag('reader-comment-form')),
  'list-attributes': list['attributes'] ?? '',
  'list-events': list['events'] ?? '',
  'list-parts': list['parts'] ?? '',
  'list-states': list['states'] ?? '',
  'list-css-properties': list['css-properties'] ?? '',
  'count-attributes': count['attributes'] ?? '',
  'count-css-properties': count['css-properties'] ?? '',
});
if (process.argv.includes('--write')) {
  writeFileSync(readmeFile, fresh);
} else if (fresh !== readme) {
  console.error('The tables of README.md are not those of the manifest; run "npm run docs".');
  process.exitCode = 1;
} else {
  console.log('The tables of README.md are those of the manifest.');
}
