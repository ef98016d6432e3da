// The cart: what goes in, what comes out, and what it costs.

import { allowed } from './approvals.js';
import { products } from './goods.js';
import { CURRENCY, each, money, sum } from './money.js';
import { documentOf } from './receipts.js';

const CASH_LIMIT = 50000;
const WHOLE_RATE = 1_000_000;
const FREE_RATE = 100_000;

export function cart(state) {
  const lineOf = (line) => state.cart.find((candidate) => candidate.line === line);
  const show = (change) => {
    change();
    return view(state);
  };
  return {
    scan: ({ code, quantity_milli }) => {
      const product = products(state).find((candidate) => candidate.barcode === code);
      const document = documentOf(code);
      if (!product && document) return { outcome: 'receipt', document };
      if (!product) return { outcome: 'unknown', cart: unknown(state, code), code };
      const line = add(state, product, quantity_milli);
      return { outcome: 'added', cart: view(state), line };
    },
    add_product: ({ product, quantity_milli, instead_of }) =>
      show(() => {
        forget(state, instead_of);
        const found = products(state).find((candidate) => candidate.product === product);
        add(state, found, quantity_milli);
      }),
    ignore_unknown: ({ unknown: number }) => {
      forget(state, number);
      return cleared(state);
    },
    change_quantity: ({ line, quantity_milli }) => show(() => (lineOf(line).milli = quantity_milli)),
    void_line: ({ line }) => {
      state.cart = state.cart.filter((candidate) => candidate.line !== line);
      return cleared(state);
    },
    discount_line: ({ line, discount, approval }) =>
      show(() => {
        const kept = lineOf(line);
        const wanted = { ...kept, given: discount, discount: undefined };
        const [from, to] = [lineView(state, kept), lineView(state, wanted)].map((one) => one.line_total);
        permit(state, approval, discount, { from, to });
        Object.assign(kept, wanted);
      }),
    discount_order: ({ discount, approval }) =>
      show(() => {
        permit(state, approval, discount, {});
        state.orderDiscount = discount;
      }),
    override_price: ({ line, price, reason }) =>
      show(() => Object.assign(lineOf(line), { price: price?.milli_minor, total: undefined, reason })),
    override_line_total: ({ line, total, reason }) =>
      show(() => Object.assign(lineOf(line), { total: total.minor, reason })),
    note_line: ({ line, note }) => show(() => (lineOf(line).note = note)),
    note_order: ({ note }) => show(() => (state.orderNote = note)),
    cancel_order: ({ order }) => {
      if (order === orderOf(state)) clear(state);
      else state.parked = state.parked.filter((parked) => parked.order !== order);
      return null;
    },
  };
}

function permit(state, approval, discount, more) {
  if (!discount || discount.kind !== 'rate' || discount.rate <= FREE_RATE) return;
  const size = (value) => ({ kind: 'discount_rate', value });
  const limits = { permission: 'discount', limit: size(FREE_RATE), asked: size(discount.rate) };
  allowed(state, approval, { ...limits, ...more }, 'the discount is above the limit');
}

export const orderOf = (state) => state.order ?? 'order-1';

/** The counter is empty; the next order is another one. */
export function clear(state) {
  Object.assign(state, {
    cart: null,
    unknown: [],
    tenders: [],
    placed: false,
    orderDiscount: null,
    orderNote: null,
  });
}

function unknown(state, code) {
  state.cart ??= [];
  const number = Math.max(0, ...(state.unknown ?? []).map((one) => one.unknown)) + 1;
  state.unknown = [...(state.unknown ?? []), { unknown: number, code, after: state.cart.at(-1)?.line ?? 0 }];
  return view(state);
}

function forget(state, number) {
  state.unknown = (state.unknown ?? []).filter((one) => one.unknown !== number);
}

/** An order without lines and codes is none. */
function cleared(state) {
  if (state.cart?.length === 0 && !state.unknown?.length) clear(state);
  return view(state);
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
  const afterLines = sum(lines.map((line) => line.line_total.minor));
  const total = afterLines - taken(state.orderDiscount, afterLines);
  const subtotal = sum(lines.map((line) => line.amount.minor));
  const tax = Math.round((total * 24) / 124);
  const paid = sum((state.tenders ?? []).map((tender) => tender.amount.minor));
  const due = total - paid;
  return {
    order: orderOf(state),
    lines,
    subtotal: money(subtotal),
    discount: money(subtotal - total),
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
    paid: money(paid),
    due: money(due),
    cash: {
      allowed: total < CASH_LIMIT,
      limit: money(CASH_LIMIT),
      due: money(due),
      quick: total < CASH_LIMIT ? notes(due) : [],
    },
    placed: state.placed ?? false,
    tenders: state.tenders ?? [],
    order_discount: state.orderDiscount ?? null,
    note: state.orderNote ?? null,
    unknown: state.unknown ?? [],
  };
}

function taken(discount, amount) {
  if (!discount) return 0;
  if (discount.kind === 'amount') return discount.amount.minor;
  return Math.round((amount * discount.rate) / WHOLE_RATE);
}

function lineView(state, kept) {
  const product = products(state).find((candidate) => candidate.product === kept.product);
  const listed = product.price.minor * 1000;
  const price = kept.price ?? listed;
  const amount = kept.total ?? Math.round((price * kept.milli) / 1_000_000);
  const discount = kept.discount ?? taken(kept.given, amount);
  return {
    line: kept.line,
    product: product.product,
    sku: product.sku,
    name: product.name,
    quantity: { milli: kept.milli, unit: 'ea' },
    list_price: { milli_minor: listed, currency: CURRENCY },
    unit_price: { milli_minor: price, currency: CURRENCY },
    amount: money(amount),
    discount: money(discount),
    line_total: money(amount - discount),
    short: kept.short
      ? { line: kept.line, product: product.product, wanted: each(3), available: each(2) }
      : null,
    steps: [],
    given: kept.given ?? null,
    reason: kept.reason ?? null,
    note: kept.note ?? null,
  };
}

function notes(total) {
  const steps = [500, 1000, 2000, 5000];
  return [...new Set(steps.map((step) => Math.ceil((total + 1) / step) * step))].map(money);
}
