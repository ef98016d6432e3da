// Products that arrive page by page while somebody scrolls. The window never holds the whole catalog.

import type { ProductPage } from '$lib/bindings/pos/ProductPage';
import type { ProductView } from '$lib/bindings/pos/ProductView';

type Fetch = (offset: number) => Promise<ProductPage>;

export class Pages {
  products = $state.raw<readonly ProductView[]>([]);
  more = $state(false);
  loading = $state(false);
  /** Why the last page did not come. */
  error = $state.raw<unknown>(null);
  #fetch: Fetch | null = null;
  /** Answers to an earlier question come too late to be shown. */
  #question = 0;

  /** Asks anew; what is shown stays until the answer is here. */
  async ask(fetch: Fetch): Promise<void> {
    this.#fetch = fetch;
    this.#question += 1;
    await this.#page(0);
  }

  async next(): Promise<void> {
    if (!this.more || this.loading) return;
    await this.#page(this.products.length);
  }

  clear(): void {
    this.#question += 1;
    this.#fetch = null;
    this.products = [];
    this.more = false;
    this.loading = false;
    this.error = null;
  }

  async #page(offset: number): Promise<void> {
    const question = this.#question;
    if (!this.#fetch) return;
    this.loading = true;
    try {
      const page = await this.#fetch(offset);
      if (question !== this.#question) return;
      this.products = offset === 0 ? page.products : [...this.products, ...page.products];
      this.more = page.more;
      this.error = null;
    } catch (error) {
      if (question !== this.#question) return;
      this.more = false;
      this.error = error;
    } finally {
      if (question === this.#question) this.loading = false;
    }
  }
}
