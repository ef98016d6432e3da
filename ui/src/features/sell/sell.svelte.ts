// The counter while it sells: what comes in by scanner, tile, search and digits goes to the cart.

import { api } from '$lib/api';
import { approvals, withApproval } from '$lib/approval/approval.svelte';
import type { DocumentId } from '$lib/bindings/kernel/DocumentId';
import type { ProductId } from '$lib/bindings/kernel/ProductId';
import type { UnknownCode } from '$lib/bindings/pos/UnknownCode';
import { i18n } from '$lib/i18n/i18n.svelte';
import type { Counter } from '$lib/session.svelte';
import { play } from '$lib/sound';
import { Desk } from './desk.svelte';
import { actInWords } from './inWords';
import { Lines } from './lines.svelte';
import { Parking } from './parking.svelte';
import { Paying } from './paying.svelte';
import { holdsScans } from './questions';
import { lineOf, Rows } from './rows';
import { ProductSearch } from './search.svelte';
import { Tiles } from './tiles.svelte';
import { TypedDigits } from './typed.svelte';

export class Sell {
  readonly counter: Counter;
  readonly desk: Desk;
  readonly lines: Lines;
  readonly paying: Paying;
  readonly parking: Parking;
  readonly search = new ProductSearch();
  readonly tiles = new Tiles();
  readonly typed = new TypedDigits();
  readonly #rows = new Rows();
  readonly rows = $derived.by(() =>
    this.#rows.of(this.desk.cart?.lines ?? [], this.desk.cart?.unknown ?? []),
  );
  /** Told when what was scanned is a receipt's code. */
  onreceipt: (code: string, document: DocumentId) => void = () => undefined;
  /** The unknown code that a search is meant to replace. */
  #sought: number | null = null;

  constructor(counter: Counter) {
    this.counter = counter;
    this.desk = new Desk(counter);
    this.lines = new Lines(this.desk);
    this.paying = new Paying(this.desk);
    this.parking = new Parking(this.desk);
    // What was sold is no longer on the shelf.
    this.desk.onnext = () => void this.tiles.show(this.tiles.category);
    this.paying.onpaid = () => this.endSearch();
    approvals.onscan = (code) => this.scan(code);
  }

  /** A scan closes what is asked and adds the goods, unless an amount that was told already would change. */
  scan(code: string): void {
    if (this.desk.locked) return this.desk.refuse({ kind: 'locked' });
    if (holdsScans(this.desk.question)) return this.desk.refuse({ kind: 'scan_after' });
    this.desk.question = null;
    this.#withQuantity((quantity_milli) => this.desk.edit(() => this.#scan(code, quantity_milli)));
  }

  /** Enter with digits in the buffer: they are a code. */
  lookUp(): void {
    const code = this.typed.text;
    this.typed.clear();
    if (code !== '') this.desk.edit(() => this.#scan(code, null));
  }

  add(product: ProductId, instead_of: number | null = null): void {
    this.#withQuantity((quantity_milli) =>
      this.desk.edit(async () => {
        const { order } = this.desk;
        const cart = await api.addProduct({ order, product, quantity_milli, instead_of });
        play('ok');
        this.desk.show(cart, lineOf(cart.lines, product));
      }),
    );
  }

  /** Adds what a search found, and settles the unknown code that it was meant for. */
  pick(product: ProductId): void {
    const sought = this.#sought;
    this.endSearch();
    this.add(product, sought);
  }

  searchFor({ unknown }: UnknownCode): void {
    this.#sought = unknown;
    this.search.open('');
  }

  endSearch(): void {
    this.#sought = null;
    this.search.close();
  }

  /** The quantity of the selected line: the typed digits, or what the pad will say. */
  setQuantity(): void {
    const line = this.desk.selected;
    if (line === null) return;
    if (this.typed.text === '') {
      if (this.desk.locked) return this.desk.refuse({ kind: 'locked' });
      return this.desk.ask({ kind: 'quantity', line });
    }
    this.#withQuantity((milli) => milli !== null && this.lines.setQuantity(line, milli));
  }

  /** Exact cash, or what was typed as the cash received. */
  payTyped(): void {
    const { text } = this.typed;
    if (text === '') return this.paying.cash(null);
    const { currency, exponent } = this.counter.shop;
    const typed = this.typed.asMoney(currency, exponent);
    this.typed.clear();
    if (this.desk.cart && !this.desk.cart.cash.allowed) return this.desk.refuse({ kind: 'cash_limit' });
    this.desk.resolve(typed, text, i18n.money, (amount) => this.paying.cash(amount));
  }

  /** Gives the whole order up. */
  cancelOrder(reason: string): void {
    this.desk.question = null;
    void this.desk.run(async () => {
      const { cart } = this.desk;
      if (!cart) return;
      const { order } = cart;
      await withApproval(actInWords.cancelOrder(i18n.money(cart.total)), (approval) =>
        api.cancelOrder({ order, reason, approval }),
      );
      this.desk.show(null);
    });
  }

  /** Clears the innermost thing; never the order. False when there was nothing to clear. */
  escape(): boolean {
    const { desk } = this;
    if (desk.question) desk.close();
    else if (this.search.isOpen) this.endSearch();
    else if (this.typed.text !== '') this.typed.clear();
    else if (desk.notice) desk.notice = null;
    else if (desk.done) desk.next();
    else return false;
    return true;
  }

  /** Uses up the typed digits as a quantity; null is one unit. */
  #withQuantity(go: (quantity_milli: number | null) => void): void {
    const text = this.typed.text;
    if (text === '') return go(null);
    const typed = this.typed.asQuantity();
    this.typed.clear();
    if (typed.kind === 'invalid') return this.desk.refuse({ kind: 'not_a_quantity', text });
    const label = (milli: number) => `× ${i18n.quantity({ milli, unit: 'ea' })}`;
    this.desk.resolve(typed, text, label, go);
  }

  async #scan(code: string, quantity_milli: number | null): Promise<void> {
    const scanned = await api.scan({ order: this.desk.order, code, quantity_milli });
    if (scanned.outcome === 'added') {
      play('ok');
      return this.desk.show(scanned.cart, scanned.line);
    }
    if (scanned.outcome === 'receipt') {
      play('ok');
      return this.onreceipt(code, scanned.document);
    }
    play('unknown');
    this.desk.show(scanned.cart);
  }
}
