// The cart: what goes in, what comes out, and what it costs.

import { products } from './goods.js';
import { CURRENCY, each, money, sum } from './money.js';

export function cart(state) {
  return {
    scan: ({ code, quantity_milli }) => {
      const product = products(state).find((candidate) => candidate.barcode === code);
      if (!product) return { outcome: 'unknown', cart: view(state), code };
      const line = add(state, product, quantity_milli);
      return { outcome: 'added', cart: view(state), line };
    },
    add_product: ({ product, quantity_milli }) => {
      add(
        state,
        products(state).find((candidate) => candidate.product === product),
        quantity_milli,
      );
      return view(state);
    },
    change_quantity: ({ line, quantity_milli }) => {
      state.cart.find((candidate) => candidate.line === line).milli = quantity_milli;
      return view(state);
    },
    void_line: ({ line }) => {
      state.cart = state.cart.filter((candidate) => candidate.line !== line);
      if (state.cart.length === 0) state.cart = null;
      return view(state);
    },
    cancel_order: () => void (state.cart = null),
  };
}

function add(state, product, milli) {
  state.cart ??= [];
  const before = state.cart.find((line) => line.product === product.product);
  if (before) before.milli += milli ?? 1000;
  else
    state.cart.push({
      line: (state.cart.at(-1)?.line ?? 0) + 1,
      product: product.product,
      milli: milli ?? 1000,
    });
  return before?.line ?? state.cart.at(-1).line;
}

/** The open cart, priced; null where there is none. */
export function view(state) {
  if (!state.cart) return null;
  const lines = state.cart.map((kept) => lineView(state, kept));
  const total = sum(lines.map((line) => line.line_total.minor));
  const tax = Math.round((total * 24) / 124);
  const limit = 50000;
  return {
    order: 'order-1',
    lines,
    subtotal: money(sum(lines.map((line) => line.amount.minor))),
    discount: money(sum(lines.map((line) => line.discount.minor))),
    tax: money(tax),
    taxes: [
      {
        tax_group: 'standard',
        treatment: { kind: 'standard' },
        rate: 240000,
        base: money(total - tax),
        tax: money(tax),
      },
    ],
    total: money(total),
    paid: money(0),
    due: money(total),
    cash: {
      allowed: total < limit,
      limit: money(limit),
      due: money(total),
      quick: total < limit ? notes(total) : [],
    },
    placed: false,
    tenders: [],
    order_discount: null,
    note: null,
    unknown: [],
  };
}

function lineView(state, kept) {
  const product = products(state).find((candidate) => candidate.product === kept.product);
  const amount = Math.round((product.price.minor * kept.milli) / 1000);
  const discount = kept.discount ?? 0;
  const unitPrice = { milli_minor: product.price.minor * 1000, currency: CURRENCY };
  return {
    line: kept.line,
    product: product.product,
    sku: product.sku,
    name: product.name,
    quantity: { milli: kept.milli, unit: 'ea' },
    list_price: unitPrice,
    unit_price: unitPrice,
    amount: money(amount),
    discount: money(discount),
    line_total: money(amount - discount),
    short: kept.short
      ? { line: kept.line, product: product.product, wanted: each(3), available: each(2) }
      : null,
    steps: [],
    given: null,
    reason: null,
    note: null,
  };
}

function notes(total) {
  const steps = [500, 1000, 2000, 5000];
  return [...new Set(steps.map((step) => Math.ceil((total + 1) / step) * step))].map(money);
}
