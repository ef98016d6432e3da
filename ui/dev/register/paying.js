// Taking money.

import { view } from './cart.js';
import { money, refuse } from './money.js';

export function paying(state) {
  return {
    pay_cash: ({ tendered, expected_total }) => pay(state, tendered ?? expected_total),
  };
}

function pay(state, tendered) {
  if (state.short) {
    state.short = false;
    state.cart[0].short = true;
    return { outcome: 'short', cart: view(state) };
  }
  const { total } = view(state);
  if (tendered.minor < total.minor) refuse('PAY-002', { due: total, tendered }, 'less than what is due');
  state.number += 1;
  state.cart = null;
  state.lastSale = {
    order: 'order-1',
    document: 'document-1',
    number: `A-${state.number}`,
    total,
    tendered,
    change: money(tendered.minor - total.minor),
    tenders: [{ kind: 'cash', amount: total }],
    at_ms: Date.now(),
  };
  return { outcome: 'paid', sale: state.lastSale };
}
