/**
 * Registers elements whose code a page may do without: each is fetched once its tag stands in the document, also where
 * it comes later. One that cannot be fetched leaves what stands between its tags.
 */
export function defineWhenUsed(elements: Readonly<Record<string, () => Promise<void>>>): void {
  // Live: looked at after each change, without a walk of ours through what has been put in.
  const waiting = new Map(
    Object.entries(elements).map(([tag, define]) => [document.getElementsByTagName(tag), define]),
  );
  const look = (): void => {
    for (const [found, define] of waiting) {
      if (found.length > 0) {
        waiting.delete(found);
        define().catch(() => {});
      }
    }
    if (waiting.size === 0) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  look();
}
