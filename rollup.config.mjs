import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

const compactCss = (text) =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(^|[:;{},]) /g, '$1')
    .replace(/;? ([{}])/g, '$1')
    .replace(/;}/g, '}');

/** A line break next to a tag is the writer's; a space that counts stands on the line of its tag. */
const compactHtml = (text) =>
  text
    .replace(/\s*\n\s*(\/?>)/g, '$1')
    .replace(/>\s*\n\s*/g, '>')
    .replace(/\s*\n\s*<\//g, '</')
    .replace(/\s*\n\s*/g, ' ');

/** White space in templates and styles is for people; the npm modules keep it, a page need not load it. */
const compactTemplates = {
  name: 'compact-templates',
  transform(code, id) {
    if (!id.includes('/dist/elements/')) return null;
    const texts = [];
    const visit = (node) => {
      if (node?.type === 'TemplateElement') texts.push(node);
      for (const child of Object.values(node ?? {})) if (typeof child === 'object') visit(child);
    };
    visit(this.parse(code));
    let compact = code;
    for (const { start, end } of texts.toSorted((a, b) => b.start - a.start)) {
      const text = compact.slice(start, end);
      const short = id.endsWith('.styles.js') ? compactCss(text) : compactHtml(text);
      compact = compact.slice(0, start) + short + compact.slice(end);
    }
    return { code: compact, map: null };
  },
};

/**
 * What Lit holds for others: older browsers (each with `AbortSignal.any`, which the form needs, has constructed style
 * sheets too), server rendering, decorators and controllers. About 500 bytes of the page's budget; the npm modules have Lit whole.
 */
const spareParts = {
  '/@lit/reactive-element/css-tag.js': [[/e=t\.ShadowRoot&&.*?CSSStyleSheet\.prototype,/, 'e=true,']],
  '/@lit/reactive-element/reactive-element.js': [
    [/static addInitializer\(t\)\{.*?\}(?=static get)/, ''],
    ['void 0!==t.l&&(this.l=[...t.l]),', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this\._\$Eh)/, ''],
    [/Symbol\.metadata\?\?=.*?new WeakMap;/, ''],
    [/addController\(t\)\{.*?\}removeController\(t\)\{.*?\}(?=_\$E_)/, ''],
    ['p?.({ReactiveElement:y}),', ''],
    [/this\._\$EO\?\.forEach\(t=>t\.host\w+\?\.\(\)\)/g, '0'],
  ],
  '/lit-element/lit-element.js': [[/,s\.litElementHydrateSupport\?.*?;o\?\.\(.*?\);/, ';']],
  '/lit-html/lit-html.js': [[/,(\w)=\w\.litHtmlPolyfillSupport;\1\?\.\(.*?\),/, ';']],
};

const withoutSpareParts = {
  name: 'without-spare-parts',
  transform(code, id) {
    const [, parts] = Object.entries(spareParts).find(([file]) => id.endsWith(file)) ?? [];
    if (!parts) return null;
    const lean = parts.reduce((left, [part, replacement]) => {
      const rest = left.replace(part, replacement);
      if (rest === left) this.error(`this version of Lit is written otherwise: ${part} is not in it`);
      return rest;
    }, code);
    return { code: lean, map: null };
  },
};

const plugins = [
  nodeResolve({ browser: true, exportConditions: ['production'] }),
  compactTemplates,
  withoutSpareParts,
  // Notices stand in THIRD-PARTY-NOTICES.md, which the package carries.
  terser({ ecma: 2022, module: true, compress: { passes: 3 }, format: { comments: false } }),
];

/**
 * The command line as one file in the place of its first module: it starts in half the time and with a quarter less
 * memory, which went into the nearly 400 modules of its dependencies. Names and lines are kept, for the log names them;
 * comments are not, and a text of ASCII alone takes half the memory.
 */
const commandLine = {
  input: 'dist/cli/run-command-line.js',
  // The limiter is CommonJS, which this file is not.
  external: [/^node:/, 'rate-limiter-flexible'],
  plugins: [
    nodeResolve({ exportConditions: ['node', 'production'] }),
    terser({
      module: true,
      compress: false,
      mangle: false,
      format: { beautify: true, indent_level: 0, comments: false, ascii_only: true },
    }),
  ],
  output: {
    dir: 'dist/cli',
    entryFileNames: '[name].js',
    // What a start does without stays apart, such as the service's description.
    chunkFileNames: 'run-command-line.[name].js',
    format: 'es',
  },
};

/** For `<script>` tags and the command line; who imports from npm gets the unbundled modules of tsc. */
export default [
  commandLine,
  {
    input: { 'reader-comments': 'dist/define.js' },
    output: {
      dir: 'dist',
      entryFileNames: '[name].js',
      chunkFileNames: 'reader-comments.[name].[hash].js',
      format: 'es',
      sourcemap: true,
    },
    plugins,
  },
  {
    input: 'dist/define.js',
    output: {
      file: 'dist/reader-comments.classic.js',
      format: 'iife',
      inlineDynamicImports: true,
      sourcemap: true,
    },
    plugins,
  },
];
