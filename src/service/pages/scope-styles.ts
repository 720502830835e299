// A selector list up to its block, or an at-rule, which is left as it stands.
const blockStart = /([^{};]+)\{/g;

// Not the commas in `:is(a, b)`.
const selectorComma = /,(?![^(]*\))/;

const scoped = (selector: string, scope: string): string => {
  if (selector.startsWith(':host(')) return selector.replace(/^:host\((\S*)\)/, `${scope}$1`);
  if (selector.startsWith(':host')) return selector.replace(':host', scope);
  return `${scope} ${selector}`;
};

/** Styles of a shadow root as they are for the same nodes below `scope` in a page: kept in one place, used in both. */
export const scopeStyles = (css: string, scope: string): string =>
  css.replaceAll(/\/\*.*?\*\//gs, '').replace(blockStart, (whole, selectors: string) => {
    if (selectors.trim().startsWith('@')) return whole;
    const list = selectors.split(selectorComma).map((one) => scoped(one.trim(), scope));
    return `\n${list.join(',\n')} {`;
  });
