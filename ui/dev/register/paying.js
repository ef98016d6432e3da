// Taking money, giving it back, and undoing the last sale.

import { allowed, FINGERPRINT } from './approvals.js';
import { clear, orderOf, view } from './cart.js';
import { money, refuse, sum } from './money.js';

export function paying(state) {
  return {
    pay_cash: ({ tendered, partial, approval }) => pay(state, 'cash', tendered, { partial, approval }),
    pay_card: ({ amount, approval }) => pay(state, 'card', amount, { partial: true, approval }),
    pay_coupon: ({ value, approval }) => pay(state, 'coupon', value, { partial: true, approval }),
    give_back_tender: ({ tender }) => {
      state.tenders = state.tenders.filter((held) => held.tender !== tender);
      return view(state);
    },
    reverse_last: ({ order, approval }) => {
      const sale = state.lastSale;
      if (sale?.order !== order) refuse('POS-009', {}, 'not the last sale');
      if (state.askToReverse) allowed(state, approval, { permission: 'reverse_sale' }, 'not permitted');
      state.lastSale = null;
      const cash = sale.tenders.filter(({ kind }) => kind === 'cash').map(({ amount }) => amount.minor);
      return { order, number: 'R-12', total: sale.total, cash_back: money(sum(cash)) };
    },
  };
}

function pay(state, kind, offered, { partial, approval }) {
  if (state.short && approval === null) {
    state.cart[0].short = true;
    return { outcome: 'short', cart: view(state), fingerprint: FINGERPRINT };
  }
  const { total, due } = view(state);
  const tendered = offered ?? due;
  if (tendered.minor < due.minor && !partial) refuse('PAY-002', { due, tendered }, 'less than what is due');
  if (tendered.minor > due.minor && kind === 'card')
    refuse('PAY-006', { amount: tendered, due }, 'a card pays no change');
  const settles = money(Math.min(tendered.minor, due.minor));
  state.placed = true;
  const number = (state.tenders?.length ?? 0) + 1;
  state.tenders = [...(state.tenders ?? []), { tender: `tender-${number}`, kind, amount: settles }];
  if (settles.minor < due.minor) return { outcome: 'part', cart: view(state) };
  const change = kind === 'cash' ? tendered.minor - settles.minor : 0;
  return { outcome: 'paid', sale: sold(state, total, change) };
}

function sold(state, total, change) {
  state.number += 1;
  state.lastSale = {
    order: orderOf(state),
    document: `document-${state.number}`,
    number: `A-${state.number}`,
    total,
    tendered: money(total.minor + change),
    change: money(change),
    tenders: state.tenders.map(({ kind, amount }) => ({ kind, amount })),
    at_ms: Date.now(),
  };
  clear(state);
  return state.lastSale;
}
