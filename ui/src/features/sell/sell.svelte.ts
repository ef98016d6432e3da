// The counter while it sells. Every gesture on the cart waits in one queue, so scans that come faster than answers
// are never lost and never overtake each other.

import { api } from '$lib/api';
import type { LineNumber } from '$lib/bindings/kernel/LineNumber';
import type { Money } from '$lib/bindings/kernel/Money';
import type { OrderId } from '$lib/bindings/kernel/OrderId';
import type { ProductId } from '$lib/bindings/kernel/ProductId';
import type { CartLineView } from '$lib/bindings/pos/CartLineView';
import type { CartView } from '$lib/bindings/pos/CartView';
import type { Payment } from '$lib/bindings/pos/Payment';
import type { SaleView } from '$lib/bindings/pos/SaleView';
import { i18n } from '$lib/i18n/i18n.svelte';
import { Queue } from '$lib/queue';
import { session, type Counter } from '$lib/session.svelte';
import { play } from '$lib/sound';
import type { Typed } from '$lib/typedMoney';
import { lineOf, rowsOf } from './rows';
import { ProductSearch } from './search.svelte';
import { Tiles } from './tiles.svelte';
import { TypedDigits } from './typed.svelte';
import { UnknownScans, type UnknownScan } from './unknown.svelte';

/** What the cashier is told above the paying buttons. */
export type Notice =
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'short' }
  | { readonly kind: 'not_an_amount'; readonly text: string }
  | { readonly kind: 'not_a_quantity'; readonly text: string };

/** What must be answered before anything goes on. */
export type Question =
  | { readonly kind: 'unknown_codes'; readonly tendered: Money | null }
  | { readonly kind: 'reading'; readonly text: string; readonly choices: readonly Choice[] }
  | { readonly kind: 'cash' }
  | { readonly kind: 'cancel_order' };

export interface Choice {
  readonly label: string;
  readonly pick: () => void;
}

const ONE_UNIT_MILLI = 1_000;

export class Sell {
  readonly counter: Counter;
  readonly search = new ProductSearch();
  readonly tiles = new Tiles();
  readonly typed = new TypedDigits();
  readonly unknown: UnknownScans;
  cart = $state.raw<CartView | null>(null);
  selected = $state<LineNumber | null>(null);
  /** The sale that was just completed, until the next one begins. */
  done = $state.raw<SaleView | null>(null);
  notice = $state.raw<Notice | null>(null);
  question = $state.raw<Question | null>(null);
  paying = $state(false);
  readonly rows = $derived.by(() => rowsOf(this.cart?.lines ?? [], this.unknown.list));
  readonly #queue = new Queue();
  /** The unknown code that a search is meant to replace. */
  #sought: UnknownScan | null = null;

  constructor(counter: Counter, unknown = new UnknownScans()) {
    this.counter = counter;
    this.unknown = unknown;
    this.#show(counter.cart);
  }

  scan(code: string): void {
    this.question = null;
    this.#withQuantity((quantity_milli) => this.#edit(() => this.#scan(code, quantity_milli)));
  }

  /** Enter with digits in the buffer: they are a code. */
  lookUp(): void {
    const code = this.typed.text;
    this.typed.clear();
    if (code !== '') this.#edit(() => this.#scan(code, null));
  }

  add(product: ProductId): void {
    this.#withQuantity((quantity_milli) =>
      this.#edit(async () => {
        const cart = await api.addProduct({ order: this.#order, product, quantity_milli, instead_of: null });
        play('ok');
        this.#show(cart, lineOf(cart.lines, product));
      }),
    );
  }

  /** Adds what a search found, and settles the unknown code that it was meant for. */
  pick(product: ProductId): void {
    if (this.#sought) this.unknown.remove(this.#sought.id);
    this.endSearch();
    this.add(product);
  }

  searchFor(scan: UnknownScan): void {
    this.#sought = scan;
    this.search.open('');
  }

  endSearch(): void {
    this.#sought = null;
    this.search.close();
  }

  /** One unit more or less of a line, as it stands when its turn comes. */
  step(line: LineNumber, sign: 1 | -1): void {
    this.#edit(async () => {
      const quantity = this.#line(line)?.quantity;
      if (!this.cart || !quantity) return;
      const quantity_milli = quantity.milli + sign * ONE_UNIT_MILLI;
      if (quantity_milli <= 0) return play('refused');
      this.#show(await api.changeQuantity({ order: this.cart.order, line, quantity_milli }), line);
    });
  }

  voidLine(line: LineNumber): void {
    this.#edit(async () => {
      if (this.cart && this.#line(line)) this.#show(await api.voidLine({ order: this.cart.order, line }));
    });
  }

  /** Moves the selection among the lines. */
  select(step: 1 | -1): void {
    const lines = this.cart?.lines ?? [];
    const at = lines.findIndex((line) => line.line === this.selected);
    this.selected = lines[at + step]?.line ?? this.selected;
  }

  /** Gives the whole order up. */
  cancelOrder(reason: string): void {
    this.question = null;
    this.#edit(async () => {
      if (this.cart) await api.cancelOrder({ approval: null, order: this.cart.order, reason });
      this.unknown.clear();
      this.#show(null);
    });
  }

  /** Exact cash, or what was typed as the cash received. */
  payTyped(): void {
    if (this.typed.text === '') return this.pay(null);
    const { currency, exponent } = this.counter.shop;
    const text = this.typed.text;
    this.resolve(this.typed.asMoney(currency, exponent), text, i18n.money, (amount) => this.pay(amount));
  }

  /**
   * Takes cash; null is exactly what is due. The guard is synchronous: the second tap of a double tap arrives before
   * anything was awaited and finds the door shut.
   */
  pay(tendered: Money | null): void {
    const cart = this.cart;
    if (this.paying || !cart || cart.lines.length === 0) return;
    this.typed.clear();
    if (!cart.cash.allowed) return play('refused');
    if (this.unknown.mustAsk) {
      this.question = { kind: 'unknown_codes', tendered };
      return play('unknown');
    }
    this.paying = true;
    this.question = null;
    void this.#run(() => this.#pay(cart, tendered)).then(() => (this.paying = false));
  }

  /** The answer to the question about unknown codes: the goods are not on the bill, and that is known. */
  payWithoutUnknown(tendered: Money | null): void {
    this.unknown.accept();
    this.pay(tendered);
  }

  /** Ends the look at the change; the next sale begins. */
  next(): void {
    if (!this.done) return;
    this.done = null;
    // What was sold is no longer on the shelf.
    void this.tiles.show(this.tiles.category);
  }

  /** When everything that waits is done, the counter is left to whoever signs on next. */
  lock(): void {
    void this.#run(() => session.lock());
  }

  /** Clears the innermost thing; never the order. False when there was nothing to clear. */
  escape(): boolean {
    if (this.question) this.question = null;
    else if (this.search.isOpen) this.endSearch();
    else if (this.typed.text !== '') this.typed.clear();
    else if (this.notice) this.notice = null;
    else if (this.done) this.next();
    else return false;
    return true;
  }

  /** Goes on with a typed number: at once, after asking which one was meant, or not at all. */
  resolve<Value>(
    typed: Typed<Value>,
    text: string,
    label: (value: Value) => string,
    go: (value: Value) => void,
  ) {
    if (typed.kind === 'value') return go(typed.value);
    if (typed.kind === 'ambiguous') {
      const choices = typed.readings.map((value) => ({
        label: label(value),
        pick: () => {
          this.question = null;
          go(value);
        },
      }));
      this.question = { kind: 'reading', text, choices };
    } else {
      this.typed.clear();
      this.notice = { kind: 'not_an_amount', text };
      play('refused');
    }
  }

  get #order(): OrderId | null {
    return this.cart?.order ?? null;
  }

  #line(line: LineNumber): CartLineView | undefined {
    return this.cart?.lines.find((candidate) => candidate.line === line);
  }

  /** Uses up the typed digits as a quantity; null is one unit. */
  #withQuantity(go: (quantity_milli: number | null) => void): void {
    const text = this.typed.text;
    if (text === '') return go(null);
    const typed = this.typed.asQuantity();
    this.typed.clear();
    if (typed.kind === 'invalid') {
      this.notice = { kind: 'not_a_quantity', text };
      return play('refused');
    }
    const label = (milli: number) => `× ${i18n.quantity({ milli, unit: 'ea' })}`;
    this.resolve(typed, text, label, go);
  }

  #edit(task: () => Promise<void>): void {
    void this.#run(task);
  }

  /** Waits for its turn; what goes wrong is shown, and the cart is asked for anew, because it may have changed. */
  async #run(task: () => Promise<void>): Promise<void> {
    const guarded = () => task().catch((error: unknown) => this.#fail(error));
    await this.#queue.run(guarded).catch((error: unknown) => this.#tell(error));
  }

  async #fail(error: unknown): Promise<void> {
    const start = await session.lookAgain().catch(() => null);
    if (start?.session) this.#show(start.session.cart);
    this.#tell(error);
    await session.heed(error);
  }

  #tell(error: unknown): void {
    this.notice = { kind: 'refused', error };
    play('refused');
  }

  async #scan(code: string, quantity_milli: number | null): Promise<void> {
    const scanned = await api.scan({ order: this.#order, code, quantity_milli });
    if (scanned.outcome === 'added') {
      play('ok');
      return this.#show(scanned.cart, scanned.line);
    }
    play('unknown');
    this.next();
    this.unknown.add(scanned.code, this.cart?.lines.at(-1)?.line ?? 0);
  }

  async #pay(cart: CartView, tendered: Money | null): Promise<void> {
    const { order, total: expected_total } = cart;
    try {
      this.#settle(await api.payCash({ approval: null, order, expected_total, tendered, partial: false }));
    } catch (error) {
      // The answer may have been lost on the way, and not the payment.
      const start = await session.lookAgain().catch(() => null);
      const sale = start?.session?.last_sale;
      if (sale?.order === order) return this.#settle({ outcome: 'paid', sale });
      throw error;
    }
  }

  #settle(payment: Payment): void {
    if (payment.outcome !== 'paid') {
      const short = payment.cart.lines.find((line) => line.short);
      this.#show(payment.cart, short?.line);
      if (payment.outcome === 'short') this.notice = { kind: 'short' };
      return play(payment.outcome === 'short' ? 'refused' : 'ok');
    }
    this.unknown.clear();
    this.#show(null);
    this.endSearch();
    this.done = payment.sale;
    this.counter.lastSale = payment.sale;
    play('ok');
  }

  /** Shows the cart, and selects the line that changed. */
  #show(cart: CartView | null, line?: LineNumber | null): void {
    if (cart) this.next();
    this.cart = cart;
    this.notice = null;
    const kept = cart?.lines.some((candidate) => candidate.line === this.selected);
    this.selected = line ?? (kept ? this.selected : (cart?.lines.at(-1)?.line ?? null));
  }
}
