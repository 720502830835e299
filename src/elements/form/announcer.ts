/** Longer than the 100 ms that VoiceOver needs after a focus move before it speaks a live region. */
const delayMs = 150;

/** Speaks messages through a live region that exists, empty, before its first message. */
export class Announcer {
  readonly #region: () => Element | null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(region: () => Element | null) {
    this.#region = region;
  }

  /** Says a message once; the same message again is said again, a newer one replaces one that waits. */
  say(message: string): void {
    clearTimeout(this.#timer);
    const region = this.#region();
    if (!region) return;
    region.textContent = '';
    this.#timer = setTimeout(() => {
      region.textContent = message;
    }, delayMs);
  }
}
