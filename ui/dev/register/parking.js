// Orders that wait while others are served.

import { clear, orderOf, view } from './cart.js';
import { operators } from './people.js';

/** What belongs to an order, and goes with it when it waits. */
const PARTS = ['cart', 'unknown', 'orderDiscount', 'orderNote'];

export function parking(state) {
  let orders = 1;
  const kept = new Map();
  const set = (order, parts) => Object.assign(state, { order }, parts);

  function park(label) {
    const { total, lines } = view(state);
    const order = orderOf(state);
    kept.set(order, Object.fromEntries(PARTS.map((part) => [part, state[part]])));
    const { name: operator } = operators(state)[0];
    const about = { label, total, lines: lines.length, first: lines[0].name };
    state.parked = [...state.parked, { order, ...about, parked_ms: Date.now(), operator }];
    clear(state);
    orders += 1;
    state.order = `order-${orders}`;
  }

  return {
    park_order: ({ label }) => {
      park(label);
      return state.parked;
    },
    resume_order: ({ order }) => {
      if (state.cart?.length) park(null);
      state.parked = state.parked.filter((parked) => parked.order !== order);
      set(order, kept.get(order) ?? { cart: [{ line: 1, product: 'product-3', milli: 1000 }] });
      return view(state);
    },
    list_parked: () => state.parked,
  };
}
