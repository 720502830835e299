/**
 * Puts changes off while a pointer is pressed.
 * Leaving a field may move what is below it: a button pressed at that moment would slip away from under the click.
 */
export class PointerPress {
  #isPressed = false;

  /** To be called when a pointer goes down in the form. */
  begin(): void {
    this.#isPressed = true;
    for (const end of ['pointerup', 'pointercancel']) {
      addEventListener(end, () => void (this.#isPressed = false), { once: true });
    }
  }

  /** Runs `change` at once, or after the click that the press becomes. */
  after(change: () => void): void {
    if (!this.#isPressed) return change();
    // The click follows in the same task as its pointerup; a timer comes after both.
    addEventListener('pointerup', () => setTimeout(change), { once: true });
  }
}
