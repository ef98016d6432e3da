// The tiles: a category and the products in it, most popular first.

import { api } from '$lib/api';
import type { CategoryId } from '$lib/bindings/kernel/CategoryId';
import type { CategoryView } from '$lib/bindings/pos/CategoryView';
import { Pages } from './pages.svelte';

export class Tiles {
  readonly pages = new Pages();
  categories = $state.raw<readonly CategoryView[]>([]);
  /** Null is all of them. */
  category = $state<CategoryId | null>(null);

  async load(): Promise<void> {
    // Without categories the products of all of them still sell.
    const categories = api.listCategories().then(
      (found) => (this.categories = found),
      () => undefined,
    );
    await Promise.all([categories, this.show(this.category)]);
  }

  async show(category: CategoryId | null): Promise<void> {
    this.category = category;
    await this.pages.ask((offset) => api.listProducts({ category, offset }));
  }
}
