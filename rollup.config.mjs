import { readFileSync } from 'node:fs';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

const compactCss = (text) =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replace(/(^|[:;{},]) /g, '$1')
    .replace(/;? ([{}])/g, '$1')
    .replace(/;}/g, '}')
    .replace(/([^\w.])0(?=\.\d)/g, '$1');

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
    if (!/\/dist\/(?:elements|desk)\//.test(id)) return null;
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
 * sheets too), server rendering, decorators, controllers, and ways of writing elements that ours do without (`withSpareParts`).
 * More than 1 KB of the page's budget; the npm modules have Lit whole.
 */
const spareParts = {
  '/@lit/reactive-element/css-tag.js': [
    [/e=t\.ShadowRoot&&.*?CSSStyleSheet\.prototype,/, 'e=true,'],
    // The tag `css`, which lets through only what it has made.
    [/if\(this\._\$cssResult\$=!0,o!==s\)throw Error\(".*?"\);/, ''],
    [/constructor\(t,e,o\)\{this\.cssText=t,this\.t=e\}/, 'constructor(t){this.cssText=t}'],
    [/let t=this\.o;const s=this\.t;if\(e&&.*?return t\}/, 'if(!this.o)(this.o=new CSSStyleSheet).replaceSync(this.cssText);return this.o}'],
    ['t+"",void 0,s)', 't+"")'],
  ],
  '/@lit/reactive-element/reactive-element.js': [
    [/static addInitializer\(t\)\{.*?\}(?=static get)/, ''],
    ['void 0!==t.l&&(this.l=[...t.l]),', ''],
    [',this.constructor.l?.forEach(t=>t(this))', ''],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.*?\}(?=this\._\$Eh)/, ''],
    [/Symbol\.metadata\?\?=.*?new WeakMap;/, ''],
    [/addController\(t\)\{.*?\}removeController\(t\)\{.*?\}(?=_\$E_)/, ''],
    ['p?.({ReactiveElement:y}),', ''],
    [/this\._\$EO\?\.forEach\(t=>t\.host\w+\?\.\(\)\)/g, '0'],
    [/,\(a\.reactiveElementVersions\?\?=\[\]\)\.push\(".*?"\)/, ''],
    // An attribute is named as `attributesByName` leaves it.
    ['t.toLowerCase():void 0', 't.replace(/[A-Z]/g,"-$$&").toLowerCase():void 0'],
    // `useDefault`.
    ['useDefault:!1,', ''],
    ['r??this._$Ej?.get(e)??r', 'r'],
    [/\(\((i\.hasChanged\?\?f\)\(h,s\))\|\|i\.useDefault&&.*?\)\)\)return/, '($1)return'],
    [/C\(t,s,\{useDefault:i,reflect:e,wrapped:h\},r\)\{i&&.*?\|\|\(this/, 'C(t,s,{reflect:e}){(this'],
    ['this.hasUpdated||i||(s', 'this.hasUpdated||(s'],
    // Accessors of one's own for a reactive property.
    [',this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0)', ''],
    [/const t=this\.constructor\.elementProperties;if\(t\.size>0\)for.*?this\.C\(s,void 0,i,e\)\}/, ''],
    ['h(this.prototype,t)??', ''],
    ['h=e?.call(this);r?.call(this,s)', 'h=e.call(this);r.call(this,s)'],
  ],
  '/lit-element/lit-element.js': [
    [/,s\.litElementHydrateSupport\?.*?;o\?\.\(.*?\);/, ';'],
    [/\(s\.litElementVersions\?\?=\[\]\)\.push\(".*?"\);/, ''],
    // What follows whether it stands on the page: asynchronous directives.
    [/connectedCallback\(\)\{super.*?setConnected\(!1\)\}/, ''],
    ['this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),', ''],
  ],
  '/lit-html/lit-html.js': [
    [/,(\w)=\w\.litHtmlPolyfillSupport;\1\?\.\(.*?\),/, ';'],
    [/\(t\.litHtmlVersions\?\?=\[\]\)\.push\(".*?"\);/, ''],
    // Templates of `svg` and `mathml`.
    ['l=2===i?"<svg>":3===i?"<math>":"",', 'l="",'],
    ['+(2===i?"</svg>":3===i?"</math>":"")', ''],
    [/if\((this\.el=S.*?),2===i\|\|3===i\)\{.*?\}(?=for\()/, '$1;'],
    // Values as a whole attribute, in comments, and in elements that hold plain text.
    [/else t\.startsWith\(o\)&&\(.*?\);/, ''],
    [':6===r.type&&(i=new Z(h,this,t))', ':0'],
    [/else\{let t=-1;for\(.*?o\.length-1\}/, ''],
    [/if\(y\.test\(r\.tagName\)\)\{.*?\}\}(?=else if)/, '}'],
    // What only asynchronous directives ask.
    ['setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}', ''],
    ['for(this._$AP?.(!1,!0,s);', 'for(;'],
    ['get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
    [/get _\$AU\(\)\{return this\._\$AM\._\$AU\}/g, ''],
    [',this._$Cv=e?.isConnected??!0', ''],
    [/this\._\$AN=void 0,/g, ''],
    // What only directives of one's own ask.
    [/get parentNode\(\)\{let t=this\._\$AA.*?,t\}/, ''],
    ['get parentNode(){return this._$AM.parentNode}', ''],
    ['get startNode(){return this._$AA}get endNode(){return this._$AB}', ''],
    ['get tagName(){return this.element.tagName}', ''],
    // Listeners with options.
    [/e=t===A&&s!==A\|\|t\.capture.*?;e&&this/, 'e=t===A,h=!e;e&&this'],
  ],
};

/** What no module of ours may use, for its part of Lit is cut out. */
const withSpareParts = [
  /\bfrom 'lit\/(?:async-directive|directive|decorators|directives\/(?:ref|until|async-\w+))/,
  /import \{[^}]*\b(?:svg|mathml|css)\b[^}]*\} from 'lit/,
  /\b(?:useDefault|noAccessor|addController|addInitializer)\b/,
  /<!--[^>]*\$\{|<[\w-]+\s+\$\{|<(?:textarea|title|style|script)\b[^<]*>\s*\$\{/,
];

const withoutSpareParts = {
  name: 'without-spare-parts',
  transform(code, id) {
    const use = id.includes('/dist/elements/') && withSpareParts.find((part) => part.test(code));
    if (use) this.error(`${id} uses a part of Lit that is cut out of the browser files: ${use}`);
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

const attributeOf = (property) => property.replace(/[A-Z]/g, '-$&').toLowerCase();

/** Attributes are called as their properties, with hyphens: a page need not load what can be told from that. */
const attributesByName = {
  name: 'attributes-by-name',
  transform(code, id) {
    if (!id.includes('/dist/elements/')) return null;
    const short = code.replace(
      /(\w+): \{( type: \w+,)? attribute: '([\w-]+)' \}/g,
      (whole, property, type = '', attribute) =>
        attribute === attributeOf(property) ? `${property}: {${type}}` : whole,
    );
    return { code: short, map: null };
  },
};

const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const shared = `globalThis[Symbol.for('reader-comments ${version}')]`;

/**
 * What the chunks need of the first file they find under a symbol, in place of importing it by its name: so the same
 * chunks serve the module and the classic script, and a page that has both has Lit once. No global has a name by it.
 */
const sharedBySymbol = {
  name: 'shared-by-symbol',
  renderChunk(code, { isEntry }) {
    const changed = isEntry
      ? code.replace(/export \{([^}]*)\};/, (_, names) => {
          return `${shared} ??= {${names.replace(/([\w$]+) as ([\w$]+)/g, '$2: $1')}};`;
        })
      : code.replace(/import \{([^}]*)\} from '\.\/reader-comments(?:\.classic)?\.js';/, (_, names) => {
          return `const {${names.replace(/ as /g, ': ')}} = ${shared};`;
        });
    return { code: changed, map: null };
  },
};

/** A script without a scope of its own, whose chunks stand where it came from, be that another host. */
const asClassicScript = {
  name: 'as-classic-script',
  renderDynamicImport: ({ chunk: { isEntry } }) =>
    isEntry ? { left: 'import(new URL(', right: ', from))' } : null,
  renderChunk: (code, { isEntry }) => ({
    code: isEntry
      ? `(() => {const from = document.currentScript?.src || document.baseURI;${code}})();`
      : code,
    map: null,
  }),
};

// Notices stand in THIRD-PARTY-NOTICES.md, which the package carries.
const compact = terser({
  ecma: 2022,
  module: true,
  compress: { passes: 3, inline: 1, keep_fargs: false, unsafe_arrows: true },
  format: { comments: false },
});

/**
 * The command line as one file in the place of its first module: it starts in half the time and with a quarter less
 * memory, which went into the nearly 400 modules of its dependencies. Names and lines are kept, for the log names them;
 * comments are not, and a text of ASCII alone takes half the memory.
 */
const commandLine = {
  input: 'dist/cli/run-command-line.js',
  // The limiter is CommonJS, which this file is not; what draws the pages comes with the first reader of one, what
  // signs editors in where there is a desk, PostgreSQL's driver where that is the database, what writes JSON and counts where
  // that is wanted.
  external: [
    /^node:/,
    'rate-limiter-flexible',
    /^@lit-labs\/ssr\//,
    /^lit(?:\/|$)/,
    /^better-auth(?:\/|$)/,
    '@simplewebauthn/server',
    'pg',
    'pino',
    'prom-client',
  ],
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

const browserFiles = (name, ...plugins) => ({
  dir: 'dist',
  entryFileNames: `${name}.js`,
  chunkFileNames: 'reader-comments.[name].[hash].js',
  format: 'es',
  sourcemap: true,
  plugins: [sharedBySymbol, ...plugins, compact],
});

/** The newsroom's desk, with Lit whole: a page of its own, which no reader loads. */
const desk = {
  input: 'dist/desk/define-desk.js',
  plugins: [nodeResolve({ browser: true, exportConditions: ['production'] }), compactTemplates],
  output: {
    dir: 'dist/desk',
    entryFileNames: 'reader-comments.desk.js',
    chunkFileNames: 'reader-comments.[name].[hash].js',
    format: 'es',
    sourcemap: true,
    plugins: [compact],
  },
};

/** For `<script>` tags and the command line; who imports from npm gets the unbundled modules of tsc. */
export default [
  commandLine,
  desk,
  {
    input: 'dist/define.js',
    plugins: [
      nodeResolve({ browser: true, exportConditions: ['production'] }),
      compactTemplates,
      attributesByName,
      withoutSpareParts,
    ],
    output: [
      browserFiles('reader-comments'),
      browserFiles('reader-comments.classic', asClassicScript),
    ],
  },
];
