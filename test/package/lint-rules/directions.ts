/** Who may import what, of one part of `src/`. All paths are below `src/`, with forward slashes. */
export interface Direction {
  /** The modules it is about; the first direction that fits a module holds. */
  readonly from: RegExp;
  /** The modules they may import. */
  readonly modules: RegExp;
  /** The packages and parts of Node they may import. */
  readonly packages: RegExp;
}

const nothing = /(?!)/;
// Which modules may open a port is for the two that are named below.
const node = /^node:(?!https?$|http2$)/;
const nodeAndHttp = /^node:/;

/**
 * The design's table of import directions (design.md §3), narrower rows first.
 * A module that no row names may import nothing: a new folder needs a row.
 */
export const directions: readonly Direction[] = [
  { from: /^text\//, modules: /^text\//, packages: nothing },
  // A page loads protocol/ without zod, so zod stays in the schemas, and the index gives them to servers alone.
  {
    from: /^protocol\/(?:schemas|index)/,
    modules: /^(?:protocol|text)\//,
    packages: /^zod$/,
  },
  {
    from: /^protocol\//,
    modules: /^text\/|^protocol\/(?!schemas|index)/,
    packages: nothing,
  },
  { from: /^messages\//, modules: /^messages\//, packages: nothing },
  {
    from: /^captcha\//,
    modules: /^(?:captcha|protocol|text)\//,
    packages: node,
  },
  {
    from: /^elements\//,
    modules: /^(?:elements|messages|text)\/|^protocol\/(?!schemas|index)/,
    packages: /^lit(?:\/|$)/,
  },
  // A page of its own, so it may bring along what readers' pages would find too heavy.
  {
    from: /^desk\//,
    modules: /^(?:desk|elements|messages|text)\/|^protocol\/(?!schemas|index)/,
    packages: /^(?:lit|lean-qr)(?:\/|$)|^diff$/,
  },
  {
    from: /^service\/http\/node\.ts$/,
    modules: /^(?:service|protocol|text|messages|captcha)\//,
    packages: new RegExp(`^@hono/node-server$|${nodeAndHttp.source}`),
  },
  // Views, and what views are given: words and states. Nothing that has a DOM.
  {
    from: /^service\/pages\//,
    modules:
      /^(?:service|protocol|text|messages|captcha)\/|^elements\/(?:.*(?:-views?|\.styles)|localize|form\/(?:code-state|explain|phase|problem-texts|refusal-texts)|list\/format-time)\.ts$/,
    packages: new RegExp(`^(?:hono|lit|@lit-labs/ssr)(?:/|$)|${node.source}`),
  },
  // Who signs in: libraries that only services with a desk have installed.
  {
    from: /^service\/desk\/(?:sign-in-library|passkeys)\.ts$/,
    modules: /^(?:service|protocol|text|messages|captcha)\//,
    packages: new RegExp(`^(?:better-auth|kysely)(?:/|$)|^@simplewebauthn/server$|${node.source}`),
  },
  // PostgreSQL: a library that only services on it have installed.
  {
    from: /^service\/store\/postgres-(?:library|pool)\.ts$/,
    modules: /^(?:service|protocol|text|messages|captcha)\//,
    packages: new RegExp(`^(?:pg|kysely)(?:/|$)|${node.source}`),
  },
  // Logs in JSON and metrics: libraries of the services that have them.
  {
    from: /^service\/open-service-log\.ts$/,
    modules: /^(?:service|protocol|text|messages|captcha)\//,
    packages: new RegExp(`^pino$|${node.source}`),
  },
  {
    from: /^service\/metrics\/(?:metrics-library|open-metrics)\.ts$/,
    modules: /^(?:service|protocol|text|messages|captcha)\//,
    packages: new RegExp(`^prom-client$|${node.source}`),
  },
  {
    from: /^service\//,
    modules: /^(?:service|protocol|text|messages|captcha)\//,
    packages: new RegExp(`^(?:hono|kysely|zod|rate-limiter-flexible)(?:/|$)|${node.source}`),
  },
  {
    from: /^cli\.ts$/,
    modules: /^(?:cli|service|captcha)\//,
    packages: nodeAndHttp,
  },
  { from: /^cli\//, modules: /^(?:cli|service|captcha)\//, packages: node },
  { from: /^define\.ts$/, modules: /^elements\//, packages: nothing },
];

/**
 * Whether a module may import another.
 * @param from - Path of the importing module below `src/`.
 * @param to - What it imports: a path below `src/` after `./`, or the name of a package.
 */
export function mayImport(from: string, to: string): boolean {
  const direction = directions.find((one) => one.from.test(from));
  if (!direction) return false;
  return to.startsWith('./')
    ? direction.modules.test(to.slice('./'.length))
    : direction.packages.test(to);
}
