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

const hasConstructedSheets = /([,\s])e=t\.ShadowRoot&&.*?CSSStyleSheet\.prototype,/;

/** Each browser with `AbortSignal.any`, which the form needs, has constructed style sheets too: Lit's way without them is left out. */
const constructedSheetsOnly = {
  name: 'constructed-sheets-only',
  transform(code, id) {
    if (!id.endsWith('/@lit/reactive-element/css-tag.js')) return null;
    if (!hasConstructedSheets.test(code)) this.error('Lit asks for constructed sheets otherwise');
    return { code: code.replace(hasConstructedSheets, '$1e=true,'), map: null };
  },
};

const plugins = [
  nodeResolve({ browser: true, exportConditions: ['production'] }),
  compactTemplates,
  constructedSheetsOnly,
  // Notices stand in THIRD-PARTY-NOTICES.md, which the package carries.
  terser({ ecma: 2022, module: true, compress: { passes: 3 }, format: { comments: false } }),
];

/** For `<script>` tags; who installs from npm gets the unbundled modules of tsc. */
export default [
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
