// What was typed and not saved: whoever goes elsewhere is asked first.

class Unsaved {
  /** Something on the screen is not saved. */
  held = $state(false);
  /** Where somebody wants to go, while they are asked. */
  wanted = $state.raw<(() => void) | null>(null);

  /** Goes there at once, or asks. */
  leave(go: () => void): void {
    if (this.held) this.wanted = go;
    else go();
  }

  stay(): void {
    this.wanted = null;
  }

  drop(): void {
    const go = this.wanted;
    this.held = false;
    this.wanted = null;
    go?.();
  }
}

export const unsaved = new Unsaved();
