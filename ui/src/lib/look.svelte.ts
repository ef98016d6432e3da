// How this register looks and behaves: worn by the window at once, kept by the register.

import { api } from '$lib/api';
import type { SettingsView } from '$lib/bindings/pos/SettingsView';
import type { Look } from '$lib/bindings/store/Look';
import { i18n } from '$lib/i18n/i18n.svelte';

/** What a window wears until the register has said what it should. */
const USUAL: Look = {
  language: null,
  theme: 'system',
  text_scale_percent: 100,
  sounds: true,
  lock_after_minutes: null,
  keys: {},
};
/** From here on the catalog would leave no room for the cart. */
const FOLDED_FROM_PERCENT = 150;

class Wardrobe {
  #look = $state.raw<Look>(USUAL);
  #systemIsDark = $state(false);

  readonly theme = $derived(
    this.#look.theme === 'system' ? (this.#systemIsDark ? 'dark' : 'light') : this.#look.theme,
  );
  /** Sizes that are not written in `rem` are multiplied by this: 1 to 2. */
  readonly scale = $derived(this.#look.text_scale_percent / 100);
  /** The text is so large that the catalog is folded into the search. */
  readonly folded = $derived(this.#look.text_scale_percent >= FOLDED_FROM_PERCENT);
  readonly sounds = $derived(this.#look.sounds);
  readonly lockAfterMinutes = $derived(this.#look.lock_after_minutes);
  /** Keys that differ from the usual ones: action → key. */
  readonly keys = $derived<Readonly<Record<string, string>>>(this.#look.keys);

  /** As it is kept, for the screen that changes it. */
  get kept(): Look {
    return this.#look;
  }

  /** Wears what the register answered. */
  take(look: Look): void {
    this.#look = look;
    i18n.wear(look.language);
  }

  /** Shows the change at once and keeps it; a refusal takes it back and is thrown. Needs somebody signed on. */
  async change(part: Partial<Look>): Promise<SettingsView> {
    const before = this.#look;
    const wanted = { ...before, ...part };
    if (part.language !== undefined) i18n.forgetChoice();
    this.take(wanted);
    try {
      const settings = await api.changeLook({ look: wanted });
      if (this.#look === wanted) this.take(settings.look);
      return settings;
    } catch (error) {
      if (this.#look === wanted) this.take(before);
      throw error;
    }
  }

  /** Puts theme, text size, language and direction on the page; run it in an effect. */
  wear(root: HTMLElement): void {
    root.dataset['theme'] = this.theme;
    root.style.fontSize = this.scale === 1 ? '' : `${this.scale * 100}%`;
    root.toggleAttribute('data-folded', this.folded);
    root.lang = i18n.language;
    root.dir = i18n.words.direction;
  }

  /** Follows the system between light and dark; the answer ends it. */
  followSystem(): () => void {
    // The tests run without media queries.
    if (typeof window.matchMedia !== 'function') return () => undefined;
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const follow = () => (this.#systemIsDark = dark.matches);
    follow();
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }
}

export const look = new Wardrobe();
