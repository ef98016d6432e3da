// A refused act as it is told to whoever may approve it. Amounts before and after come from the register.

import type { InWords } from '$lib/approval/approval.svelte';
import type { Discount } from '$lib/bindings/contracts/Discount';
import type { Money } from '$lib/bindings/kernel/Money';
import type { UnitPrice } from '$lib/bindings/kernel/UnitPrice';
import type { CartView } from '$lib/bindings/pos/CartView';
import type { HeldTender } from '$lib/bindings/pos/HeldTender';
import { i18n } from '$lib/i18n/i18n.svelte';
import { isolated } from '$lib/i18n/isolated';
import { session } from '$lib/session.svelte';

export const actInWords = {
  discountLine: (discount: Discount | null, name: string): InWords =>
    told((acts, who) =>
      discount ? acts.discountLine(i18n.discount(discount), isolated(name), who) : acts.dropDiscount(who),
    ),
  discountOrder: (discount: Discount | null): InWords =>
    told((acts, who) =>
      discount ? acts.discountOrder(i18n.discount(discount), who) : acts.dropDiscount(who),
    ),
  price: (price: UnitPrice | null, name: string): InWords =>
    told((acts, who) => {
      const goods = isolated(name);
      return price ? acts.price(i18n.unitPrice(price), goods, who) : acts.listPrice(goods, who);
    }),
  lineTotal: (total: Money, name: string): InWords =>
    told((acts, who) => acts.lineTotal(i18n.money(total), isolated(name), who)),
  voidLine: (name: string): InWords => told((acts, who) => acts.voidLine(isolated(name), who)),
  cancelOrder: (what: string): InWords => told((acts, who) => acts.cancelOrder(what, who)),
  giveBack: ({ amount, kind }: HeldTender): InWords =>
    told((acts, who) => acts.giveBack(i18n.money(amount), i18n.words.pay.tenders[kind], who)),
};

/** Such as “3 × Galaxy A55”, for every line that is short. */
export function belowStock(cart: CartView): string {
  const short = cart.lines.filter((line) => line.short);
  const goods = short
    .map(({ name, quantity }) => `${i18n.quantity(quantity)} × ${isolated(name)}`)
    .join(', ');
  return i18n.words.approval.acts.belowStock(goods, isolated(session.who));
}

type Acts = typeof i18n.words.approval.acts;

function told(say: (acts: Acts, who: string) => string): InWords {
  return ({ from, to }) => {
    const acts = i18n.words.approval.acts;
    const act = say(acts, isolated(session.who));
    return isMoney(from) && isMoney(to) ? acts.fromTo(act, i18n.money(from), i18n.money(to)) : act;
  };
}

function isMoney(value: unknown): value is Money {
  return typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;
}
