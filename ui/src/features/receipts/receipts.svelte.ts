// Finding a receipt again: by number, amount, product, or the barcode on it.

import { api } from '$lib/api';
import type { DocumentId } from '$lib/bindings/kernel/DocumentId';
import type { ReceiptRow } from '$lib/bindings/pos/ReceiptRow';
import type { ReceiptView } from '$lib/bindings/pos/ReceiptView';
import { isEditable, type KeyTarget } from '$lib/keyboard/listener';
import { session } from '$lib/session.svelte';
import { play } from '$lib/sound';
import { rowsOf } from './rows';

/** Typing pauses this long before the register is asked. */
const TYPING_PAUSE_MS = 150;

/** A receipt's code, and the document that it names. */
export interface Scanned {
  readonly code: string;
  readonly document: DocumentId;
}

export class Receipts {
  text = $state('');
  list = $state.raw<readonly ReceiptRow[]>([]);
  more = $state(false);
  loading = $state(true);
  error = $state.raw<unknown>(null);
  chosen = $state.raw<DocumentId | null>(null);
  receipt = $state.raw<ReceiptView | null>(null);
  /** Grows with every question, so that a late answer to an old one is not shown. */
  #asked = 0;
  #opened = 0;
  #pause: ReturnType<typeof setTimeout> | undefined;

  readonly rows = $derived(rowsOf(this.list));
  /** Where the chosen receipt stands among the rows. */
  readonly at = $derived.by(() => {
    const at = this.rows.findIndex((row) => row.key === this.chosen);
    return at < 0 ? null : at;
  });

  async load(): Promise<void> {
    clearTimeout(this.#pause);
    this.#asked += 1;
    const asked = this.#asked;
    this.loading = true;
    await this.#guard(async () => {
      const page = await api.listReceipts({ text: this.text.trim(), offset: 0 });
      if (asked !== this.#asked) return;
      this.list = page.receipts;
      this.more = page.more;
      const stays = page.receipts.some(({ document }) => document === this.chosen);
      const first = page.receipts[0];
      if (!stays && first) await this.open(first.document);
      if (!first) this.#close();
    });
    if (asked === this.#asked) this.loading = false;
  }

  /** The next page, when the end of the list comes near. */
  async onward(): Promise<void> {
    if (!this.more || this.loading) return;
    this.#asked += 1;
    const asked = this.#asked;
    this.loading = true;
    await this.#guard(async () => {
      const page = await api.listReceipts({ text: this.text.trim(), offset: this.list.length });
      if (asked !== this.#asked) return;
      this.list = [...this.list, ...page.receipts];
      this.more = page.more;
    });
    if (asked === this.#asked) this.loading = false;
  }

  type(text: string): void {
    this.text = text;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => void this.load(), TYPING_PAUSE_MS);
  }

  /** A code on a receipt opens it. */
  async scan(code: string): Promise<void> {
    this.text = code;
    await this.load();
    play(this.list.length === 0 ? 'unknown' : 'ok');
  }

  /** Opens a receipt whose code was scanned elsewhere. */
  async show({ code, document }: Scanned): Promise<void> {
    this.text = code;
    await Promise.all([this.open(document), this.load()]);
  }

  async open(document: DocumentId): Promise<void> {
    this.#opened += 1;
    const opened = this.#opened;
    this.chosen = document;
    await this.#guard(async () => {
      const receipt = await api.findReceipt({ document });
      if (opened === this.#opened) this.receipt = receipt;
    });
  }

  move(step: 1 | -1): void {
    const at = this.list.findIndex(({ document }) => document === this.chosen);
    const next = this.list[at + step];
    if (next) void this.open(next.document);
  }

  clear(): void {
    this.text = '';
    void this.load();
  }

  #close(): void {
    this.#opened += 1;
    this.chosen = null;
    this.receipt = null;
  }

  async #guard(task: () => Promise<void>): Promise<void> {
    this.error = null;
    try {
      await task();
    } catch (error) {
      this.error = error;
      await session.heed(error);
    }
  }

  /** Arrows choose, `/` and F2 search, Escape empties the search. */
  keys(focusSearch: () => void): KeyTarget {
    return {
      scan: (code) => void this.scan(code),
      mark: () => {
        const { text } = this;
        return () => (this.text = text);
      },
      key: (event) => {
        if (event.key === 'ArrowDown') this.move(1);
        else if (event.key === 'ArrowUp') this.move(-1);
        else if (event.key === 'F2') focusSearch();
        else if (event.key === '/' && !isEditable(event.target)) focusSearch();
        else if (event.key === 'Escape' && this.text !== '') this.clear();
        else if (event.key === 'Enter' && isEditable(event.target)) void this.load();
        else return false;
        return true;
      },
    };
  }
}
