// What can be done with the lines of the cart, and with the order as a whole. What a cashier may not do alone is
// asked of somebody who may, in place.

import { api } from '$lib/api';
import { withApproval } from '$lib/approval/approval.svelte';
import { actInWords } from './inWords';
import type { Discount } from '$lib/bindings/contracts/Discount';
import type { LineNumber } from '$lib/bindings/kernel/LineNumber';
import type { Money } from '$lib/bindings/kernel/Money';
import type { UnitPrice } from '$lib/bindings/kernel/UnitPrice';
import type { CartLineView } from '$lib/bindings/pos/CartLineView';
import type { CartView } from '$lib/bindings/pos/CartView';
import { play } from '$lib/sound';
import type { Desk } from './desk.svelte';

const ONE_UNIT_MILLI = 1_000;

export class Lines {
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** One unit more or less of a line, as it stands when its turn comes. */
  step(line: LineNumber, sign: 1 | -1): void {
    this.#edit(line, async (cart, { quantity }) => {
      const quantity_milli = quantity.milli + sign * ONE_UNIT_MILLI;
      if (quantity_milli <= 0) return play('refused');
      this.#desk.show(await api.changeQuantity({ order: cart.order, line, quantity_milli }), line);
    });
  }

  setQuantity(line: LineNumber, quantity_milli: number): void {
    this.#edit(line, async ({ order }) => {
      this.#desk.show(await api.changeQuantity({ order, line, quantity_milli }), line);
    });
  }

  void(line: LineNumber): void {
    this.#edit(line, async ({ order }, { name }) => {
      const cart = await withApproval(actInWords.voidLine(name), (approval) =>
        api.voidLine({ order, line, approval }),
      );
      this.#desk.show(cart);
    });
  }

  /** Null takes the discount off. */
  discount(line: LineNumber, discount: Discount | null, reason: string): void {
    this.#edit(line, async ({ order }, { name }) => {
      const cart = await withApproval(actInWords.discountLine(discount, name), (approval) =>
        api.discountLine({ order, line, discount, reason, approval }),
      );
      this.#desk.show(cart, line);
    });
  }

  /** Null takes the discount off. */
  discountOrder(discount: Discount | null, reason: string): void {
    this.#editOrder(async ({ order }) => {
      const cart = await withApproval(actInWords.discountOrder(discount), (approval) =>
        api.discountOrder({ order, discount, reason, approval }),
      );
      this.#desk.show(cart);
    });
  }

  /** Null goes back to the price list. */
  price(line: LineNumber, price: UnitPrice | null, reason: string): void {
    this.#edit(line, async ({ order }, { name }) => {
      const cart = await withApproval(actInWords.price(price, name), (approval) =>
        api.overridePrice({ order, line, price, reason, approval }),
      );
      this.#desk.show(cart, line);
    });
  }

  total(line: LineNumber, total: Money, reason: string): void {
    this.#edit(line, async ({ order }, { name }) => {
      const cart = await withApproval(actInWords.lineTotal(total, name), (approval) =>
        api.overrideLineTotal({ order, line, total, reason, approval }),
      );
      this.#desk.show(cart, line);
    });
  }

  /** On a line, or on the order where it is null; an empty note is none. */
  note(line: LineNumber | null, text: string): void {
    const note = text.trim() === '' ? null : text.trim();
    if (line === null) {
      this.#editOrder(async ({ order }) => this.#desk.show(await api.noteOrder({ order, note })));
    } else {
      this.#edit(line, async ({ order }) => this.#desk.show(await api.noteLine({ order, line, note }), line));
    }
  }

  /** The code is not for sale: it leaves the screen. */
  ignore(unknown: number): void {
    this.#editOrder(async ({ order }) => this.#desk.show(await api.ignoreUnknown({ order, unknown })));
  }

  /** Looks the line up when its turn has come: an earlier gesture may have taken it away. */
  #edit(line: LineNumber, act: (cart: CartView, line: CartLineView) => Promise<void> | void): void {
    this.#editOrder(async (cart) => {
      const found = this.#desk.line(line);
      if (found) await act(cart, found);
    });
  }

  #editOrder(act: (cart: CartView) => Promise<void>): void {
    this.#desk.edit(async () => {
      if (this.#desk.cart) await act(this.#desk.cart);
    });
  }
}
