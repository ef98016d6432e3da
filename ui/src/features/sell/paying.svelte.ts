// Taking money: exact cash, a note, a card, or several tenders one after the other.

import { api } from '$lib/api';
import { approvals, NotApproved, withApproval } from '$lib/approval/approval.svelte';
import type { CardSlip } from '$lib/bindings/contracts/CardSlip';
import type { Money } from '$lib/bindings/kernel/Money';
import type { CartView } from '$lib/bindings/pos/CartView';
import type { HeldTender } from '$lib/bindings/pos/HeldTender';
import type { Payment } from '$lib/bindings/pos/Payment';
import { i18n } from '$lib/i18n/i18n.svelte';
import { session } from '$lib/session.svelte';
import { play } from '$lib/sound';
import type { Desk } from './desk.svelte';
import { actInWords, belowStock } from './inWords';
import type { Attempt, Notice } from './questions';

/** A slip of which nobody typed anything. */
export const NO_SLIP: CardSlip = { reference: '', brand: '', last_four: '' };

export class Paying {
  busy = $state(false);
  /** Told when a sale is complete. */
  onpaid: () => void = () => undefined;
  readonly #desk: Desk;
  /** The unknown codes about which the cashier was asked: it is asked once. */
  #asked = '';

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** Takes cash; null is exactly what is due. */
  cash(tendered: Money | null): void {
    this.#begin((cart) => {
      if (!cart.cash.allowed) return this.#desk.refuse({ kind: 'cash_limit' });
      this.#take(cart, (approval) => api.payCash({ ...shown(cart), approval, tendered, partial: false }));
    });
  }

  /** Asks whether the terminal approved; null is all that is due. */
  askCard(amount: Money | null): void {
    this.#begin(() => {
      const back = this.#desk.question?.kind === 'split' ? this.#desk.question : null;
      this.#desk.ask({ kind: 'card', amount, back });
    });
  }

  /** The terminal approved. */
  card(amount: Money | null, slip: CardSlip): void {
    this.#begin((cart) =>
      this.#take(cart, (approval) => api.payCard({ ...shown(cart), approval, amount, slip })),
    );
  }

  askSplit(): void {
    this.#begin(() => this.#desk.ask({ kind: 'split' }));
  }

  /** Cash for a part, or for more than what is due: then there is change. */
  partCash(tendered: Money): void {
    this.#begin((cart) => {
      if (!cart.cash.allowed) return this.#desk.refuse({ kind: 'cash_limit' });
      this.#take(cart, (approval) => api.payCash({ ...shown(cart), approval, tendered, partial: true }));
    });
  }

  coupon(value: Money): void {
    this.#begin((cart) => this.#take(cart, (approval) => api.payCoupon({ ...shown(cart), approval, value })));
  }

  /** Hands a tender back; the order stays as it is, with more due. */
  giveBack(tender: HeldTender, reason: string): void {
    const { order } = this.#desk;
    if (this.busy || order === null) return;
    this.#while(async () => {
      const cart = await withApproval(actInWords.giveBack(tender), (approval) =>
        api.giveBackTender({ order, tender: tender.tender, reason, approval }),
      );
      this.#desk.show(cart);
      this.#desk.ask({ kind: 'split' });
      play('ok');
    });
  }

  /** The goods are in the customer's hand: somebody who may lets them go below stock. */
  sellBelowStock({ fingerprint, attempt }: Extract<Notice, { kind: 'short' }>): void {
    const { cart } = this.#desk;
    if (this.busy || !cart) return;
    this.#while(async () => {
      const wish = { fingerprint, act: belowStock(cart), why: i18n.words.sell.shortStock };
      const approval = await approvals.ask(wish);
      if (approval === null) throw new NotApproved('nobody approved it');
      this.#settle(await attempt(approval), attempt);
    });
  }

  /**
   * Whatever takes money begins here. The guard is synchronous: the second tap of a double tap arrives before
   * anything was awaited and finds the door shut. Unknown codes are asked about once: the goods are not on the bill.
   */
  #begin(go: (cart: CartView) => void): void {
    const { cart } = this.#desk;
    if (this.busy || !cart || cart.lines.length === 0) return;
    const codes = `${cart.order} ${cart.unknown.map(({ unknown }) => unknown).join()}`;
    if (cart.unknown.length === 0 || this.#asked === codes) return go(cart);
    play('unknown');
    const goOn = () => {
      this.#asked = codes;
      this.#desk.close();
      go(cart);
    };
    this.#desk.ask({ kind: 'unknown_codes', go: goOn });
  }

  #take(cart: CartView, attempt: Attempt): void {
    this.#while(async () => {
      try {
        this.#settle(await attempt(null), attempt);
      } catch (error) {
        // The answer may have been lost on the way, and not the payment.
        const start = await session.lookAgain().catch(() => null);
        const sale = start?.session?.last_sale;
        if (sale?.order !== cart.order) throw error;
        this.#settle({ outcome: 'paid', sale }, attempt);
      }
    });
  }

  #while(task: () => Promise<void>): void {
    this.busy = true;
    void this.#desk.run(task).then(() => (this.busy = false));
  }

  #settle(payment: Payment, attempt: Attempt): void {
    const desk = this.#desk;
    if (payment.outcome === 'paid') {
      desk.question = null;
      desk.show(null);
      desk.done = payment.sale;
      desk.counter.lastSale = payment.sale;
      this.onpaid();
      return play('paid');
    }
    const isSplit = desk.question !== null;
    const short = payment.cart.lines.find((line) => line.short);
    desk.show(payment.cart, short?.line);
    desk.question = null;
    if (payment.outcome === 'short') {
      return desk.refuse({ kind: 'short', fingerprint: payment.fingerprint, attempt });
    }
    if (isSplit) desk.ask({ kind: 'split' });
    play('ok');
  }
}

/** What the screen shows while somebody pays: the register refuses when it is no longer so. */
function shown({ order, total, due }: CartView) {
  return { order, expected_total: total, expected_due: due };
}
