/** Longer than the 100 ms that VoiceOver needs after a focus move before it speaks a live region. */
const delayMs = 150;

/**
 * Gives a function that speaks messages through a live region, which exists, empty, before the first of them.
 * The same message again is said again; a newer one replaces one that waits.
 */
export function createAnnouncer(findRegion: () => Element | null): (message: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (message) => {
    clearTimeout(timer);
    const region = findRegion();
    if (!region) return;
    region.textContent = '';
    timer = setTimeout(() => {
      region.textContent = message;
    }, delayMs);
  };
}
