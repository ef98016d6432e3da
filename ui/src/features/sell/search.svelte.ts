// Finding a product by what somebody types.

import { api } from '$lib/api';
import type { ProductView } from '$lib/bindings/pos/ProductView';
import { Pages } from './pages.svelte';

/** Typing shorter than this apart is one question. */
const DEBOUNCE_MS = 90;

export class ProductSearch {
  readonly pages = new Pages();
  isOpen = $state(false);
  text = $state('');
  highlighted = $state(0);
  /** The text that the shown products answer. */
  answered = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;

  open(text = this.text): void {
    this.isOpen = true;
    if (text !== this.text) this.type(text);
  }

  close(): void {
    clearTimeout(this.#timer);
    this.isOpen = false;
    this.text = '';
    this.answered = '';
    this.highlighted = 0;
    this.pages.clear();
  }

  /** Takes the field's text and asks when the typing pauses. */
  type(text: string): void {
    this.text = text;
    this.isOpen = true;
    clearTimeout(this.#timer);
    if (text.trim() === '') {
      this.answered = '';
      this.pages.clear();
    } else {
      this.#timer = setTimeout(() => void this.#ask(), DEBOUNCE_MS);
    }
  }

  /** Puts back what a scanner's keys had changed. */
  restore(before: { readonly isOpen: boolean; readonly text: string }): void {
    if (before.isOpen && before.text !== '') this.type(before.text);
    else if (before.isOpen) this.open('');
    else this.close();
  }

  move(step: number): void {
    const last = this.pages.products.length - 1;
    this.highlighted = Math.max(0, Math.min(last, this.highlighted + step));
  }

  /** What Enter takes: the highlighted product, or the only one where the answer was not on the screen yet. */
  async choose(): Promise<ProductView | null> {
    if (this.text.trim() === '') return null;
    const wasShown = this.answered === this.text;
    if (!wasShown) await this.#ask();
    const products = this.pages.products;
    if (!wasShown && products.length !== 1) return null;
    return products[this.highlighted] ?? null;
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer);
    const text = this.text;
    await this.pages.ask((offset) => api.search({ text: text.trim(), offset }));
    if (text !== this.text) return;
    this.answered = text;
    this.highlighted = 0;
  }
}
