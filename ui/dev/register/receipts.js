// Receipts of the last days, and one in full.

import { each, money, spoken, sum } from './money.js';

const SOLD = [
  ['A-1042', 0.6, [['Silicone case iPhone 15', 'Θήκη σιλικόνης iPhone 15', 2490, 1, 0]], ['cash'], 4000],
  [
    'A-1041',
    1.2,
    [
      ['Galaxy A55 5G 128GB Navy', 'Galaxy A55 5G 128GB Navy', 39900, 1, 0],
      ['USB-C charger 20W', 'Φορτιστής USB-C 20W', 1990, 2, 398],
    ],
    ['card'],
    null,
  ],
  ['R-12', 2, [['Galaxy Buds FE', 'Galaxy Buds FE', 8900, 1, 0]], ['cash'], null],
  ['A-1040', 2.1, [['Galaxy Buds FE', 'Galaxy Buds FE', 8900, 1, 0]], ['cash'], 10000],
  ['A-1039', 3.4, [['Top-up 10', 'Ανανέωση 10', 1000, 3, 0]], ['cash', 'card'], null],
  ['A-1038', 25, [['iPhone 15 128GB Black', 'iPhone 15 128GB Black', 79900, 1, 0]], ['card'], null],
  ['A-1037', 26, [['USB-C cable 1 m', 'Καλώδιο USB-C 1 m', 990, 1, 0]], ['coupon'], null],
  ['A-1036', 52, [['Battery iPhone 12', 'Μπαταρία iPhone 12', 6900, 1, 0]], ['card'], null],
];
const HOUR_MS = 3_600_000;

export function receipts(state) {
  const sold = state.noReceipts ? [] : SOLD;
  const rows = () => sold.map((one, at) => row(state, one, at));
  return {
    list_receipts: ({ text, offset }) => ({
      receipts: rows()
        .filter((one, at) => JSON.stringify([one, sold[at]]).toLowerCase().includes(text.toLowerCase()))
        .slice(offset),
      more: false,
    }),
    find_receipt: ({ document }) =>
      receiptView(
        state,
        rows().find((one) => one.document === document),
        sold[rows().findIndex((one) => one.document === document)],
      ),
  };
}

/** The document that a receipt's code names; undefined for any other code. */
export function documentOf(code) {
  const sold = SOLD.find(([number]) => number === code);
  return sold && `document-${sold[0].split('-')[1]}`;
}

const totalOf = (lines) => sum(lines.map(([, , price, pieces, off]) => price * pieces - off));

function row(state, [number, hoursAgo, lines, tenders], at) {
  const reversal = number.startsWith('R');
  return {
    document: `document-${number.split('-')[1]}`,
    order: `order-${number}`,
    number,
    document_type: reversal ? 'reversal' : 'sale',
    total: money(reversal ? -totalOf(lines) : totalOf(lines)),
    tenders,
    operator: spoken(state, at % 2 ? ['George P.', 'Γιώργος Π.'] : ['Maria K.', 'Μαρία Κ.']),
    at_ms: (state.nowMs ?? Date.now()) - hoursAgo * HOUR_MS,
    reversed: number === 'A-1040',
  };
}

function receiptView(state, found, [, , lines, tenders, tendered]) {
  const total = totalOf(lines);
  const tax = Math.round((total * 24) / 124);
  const discount = sum(lines.map(([, , , , off]) => off));
  const paid = tendered ?? total;
  return {
    document: found.document,
    order: found.order,
    document_type: found.document_type,
    number: found.number,
    other_number: { 'R-12': 'A-1040', 'A-1040': 'R-12' }[found.number] ?? null,
    at_ms: found.at_ms,
    languages: ['el', 'en'],
    seller: {
      name: 'Minas Κυψέλη',
      address: ['Φωκίωνος Νέγρη 12', '113 61 Αθήνα'],
      tax_id: '123456783',
    },
    register: '1',
    operator: found.operator,
    lines: lines.map(([en, el, price, pieces, off]) => ({
      name: spoken(state, [en, el]),
      sku: 'MP-1001',
      quantity: each(pieces),
      unit_price: { milli_minor: price * 1000, currency: 'EUR' },
      amount: money(price * pieces),
      discount: money(off),
      line_total: money(price * pieces - off),
      tax_letter: 'A',
      note: null,
    })),
    subtotal: money(total + discount),
    discount: money(discount),
    taxes: [{ letter: 'A', rate: 240_000, base: money(total - tax), tax: money(tax) }],
    tax_included: true,
    total: money(total),
    tenders: tenders.map((kind) => ({
      kind,
      amount: money(total),
      tendered: money(paid),
      change: money(paid - total),
      detail: kind === 'card' ? 'Visa 4242' : null,
    })),
    change: money(paid - total),
    marks: [...(found.document_type === 'reversal' ? ['reversal'] : []), 'demo', 'not_a_tax_receipt'],
    fiscal_mark: null,
    fiscal_qr: null,
    copies: 0,
    note: null,
    footer: ['Ευχαριστούμε!'],
    can_reverse: found.number === 'A-1042',
  };
}
