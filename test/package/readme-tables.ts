import { readFileSync, writeFileSync } from 'node:fs';

/** One entry of the custom-elements manifest, as far as the README shows it. */
interface Entry {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
  readonly fieldName?: string;
  readonly attribute?: string;
  readonly kind?: string;
  readonly privacy?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly attributes?: readonly Entry[];
  readonly members?: readonly Entry[];
  readonly events?: readonly Entry[];
  readonly cssParts?: readonly Entry[];
  readonly cssProperties?: readonly Entry[];
  readonly cssStates?: readonly Entry[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

const root = new URL('../../', import.meta.url);
const readmeFile = new URL('README.md', root);

const code = (text = ''): string => (text ? `\`${text.replaceAll('|', '\\|')}\`` : '');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const listOf = (entries: readonly Entry[] = [], prefix = ''): string =>
  table(
    ['Name', 'Meaning'],
    entries.map(({ name, description = '' }) => [code(prefix + name), description]),
  );

/** The generated parts of the README, by the name of their marks. */
function createTables(element: Declaration): Readonly<Record<string, string>> {
  const { attributes = [], members = [], cssProperties = [] } = element;
  const properties = members.filter(
    ({ kind, privacy, name }) =>
      kind === 'field' && privacy === 'public' && !attributes.some((a) => a.fieldName === name),
  );
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

const manifest = JSON.parse(
  readFileSync(new URL('dist/custom-elements.json', root), 'utf8'),
) as Manifest;
const element = manifest.modules
  .flatMap(({ declarations = [] }) => declarations)
  .find(({ tagName }) => tagName === 'reader-comment-form');
if (!element) throw new Error('dist/custom-elements.json does not describe reader-comment-form');

const readme = readFileSync(readmeFile, 'utf8');
const fresh = withTables(readme, createTables(element));
if (process.argv.includes('--write')) {
  writeFileSync(readmeFile, fresh);
} else if (fresh !== readme) {
  console.error('The tables of README.md are not those of the manifest; run "npm run docs".');
  process.exitCode = 1;
} else {
  console.log('The tables of README.md are those of the manifest.');
}
