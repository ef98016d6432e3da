// How far the register is with opening. Most starts end before anybody would want to know.

import { api } from '$lib/api';
import type { OpeningView } from '$lib/bindings/pos/OpeningView';

/** Shorter waits show nothing: it would only flicker, and drawing it would hold up the screen that comes next. */
const FIRST_LOOK_MS = 300;
const LOOK_EVERY_MS = 200;

export class Opening {
  view = $state.raw<OpeningView | null>(null);
  /** It takes so long that somebody wants to know why. */
  takesLong = $state(false);

  /** Asks until the function that it gives back is called. */
  watch(): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      this.takesLong = true;
      void this.#look().then(() => {
        if (timer !== undefined) timer = setTimeout(look, LOOK_EVERY_MS);
      });
    };
    timer = setTimeout(look, FIRST_LOOK_MS);
    return () => {
      clearTimeout(timer);
      timer = undefined;
    };
  }

  async #look(): Promise<void> {
    try {
      const view = await api.opening();
      if (view.stage) this.view = view;
    } catch {
      // Whoever waits for the register hears why it does not open.
    }
  }
}
