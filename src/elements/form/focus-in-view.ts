/**
 * Takes the reader to a node, clear of what sticks to the top of the page: where WebKit scrolls to what has got the
 * focus, it leaves `scroll-margin` out of account.
 */
export const focusInView = (node: HTMLElement | null): void => {
  node?.focus();
  node?.scrollIntoView({ block: 'nearest' });
};
