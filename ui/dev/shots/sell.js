// Selling, from the empty cart to the change.

import { CART, eur, scan, see, SIGNED_ON, tap, type } from './steps.js';

const UNKNOWN = '5209999999990';
const HELD = [{ tender: 'tender-1', kind: 'cash', amount: eur(20000) }];
const HOUR_MS = 3_600_000;
const WAITING = [
  {
    order: 'order-8',
    label: 'Nikos, red jacket',
    total: eur(79900),
    lines: 1,
    first: 'iPhone 15 128GB Black',
    parked_ms: Date.now() - 26 * HOUR_MS,
    operator: 'Maria K.',
  },
  {
    order: 'order-9',
    label: null,
    total: eur(4870),
    lines: 3,
    first: 'GaN charger 65W',
    parked_ms: Date.now() - 12 * 60_000,
    operator: 'George P.',
  },
];
const PRINTED = {
  job: 'job-1043',
  paper: { kind: 'receipt', document: 'document-1043', copy: 0 },
  number: 'A-1043',
  state: 'printing',
  trouble: null,
  attempts: 1,
};
const PRINTER = { version: 1, printer: true, jobs: [PRINTED] };

export const sell = {
  'sell-empty': [SIGNED_ON],
  'sell-cart': [
    { ...SIGNED_ON, cart: CART },
    async (page) => {
      await scan(page, UNKNOWN);
      await see(page, 'unknown-line');
    },
  ],
  'sell-typed': [{ ...SIGNED_ON, cart: CART }, (page) => type(page, '500')],
  'sell-unknown-asked': [
    { ...SIGNED_ON, cart: CART },
    async (page) => {
      await scan(page, UNKNOWN);
      await see(page, 'unknown-line');
      await page.keyboard.press('F9');
    },
  ],
  'sell-limit': [{ ...SIGNED_ON, cart: [...CART, { line: 4, product: 'product-10', milli: 1000 }] }],
  'sell-short': [
    { ...SIGNED_ON, cart: CART, short: true },
    async (page) => {
      await tap(page, 'pay-exact');
      await see(page, 'line-short');
    },
  ],
  'sell-unclean': [{ ...SIGNED_ON, uncleanStop: true }],
  'sell-cancel': [{ ...SIGNED_ON, cart: CART }, (page) => page.keyboard.press('Control+Delete')],
  'sell-more': [{ ...SIGNED_ON, cart: CART }, (page) => tap(page, 'more')],
  'sell-keys': [{ ...SIGNED_ON, cart: CART }, (page) => page.keyboard.press('?')],
  'sell-note': [{ ...SIGNED_ON, cart: CART }, (page) => page.keyboard.press('Insert')],
  'sell-noted': [
    {
      ...SIGNED_ON,
      cart: [...CART.slice(0, 2), { ...CART[2], note: 'Gift wrap', price: 2290000 }],
      orderNote: 'Calls back at six',
    },
  ],
  'sell-quantity': [{ ...SIGNED_ON, cart: CART }, (page) => page.keyboard.press('*')],
  'sell-price': [{ ...SIGNED_ON, cart: CART }, (page) => tap(page, 'line-price')],
  'sell-discount': [
    { ...SIGNED_ON, cart: CART },
    async (page) => {
      await tap(page, 'line-discount');
      await tap(page, 'percent-5');
    },
  ],
  approval: [
    { ...SIGNED_ON, cart: CART },
    async (page) => {
      await tap(page, 'line-discount');
      await tap(page, 'percent-25');
      await see(page, 'approver');
      await type(page, '12');
    },
  ],
  'approval-wrong': [
    { ...SIGNED_ON, cart: CART },
    async (page) => {
      await tap(page, 'line-discount');
      await tap(page, 'percent-25');
      await see(page, 'approver');
      await type(page, '9999');
      await tap(page, 'approve-enter');
      await see(page, 'approval-error');
    },
  ],
  card: [{ ...SIGNED_ON, cart: CART }, (page) => tap(page, 'pay-card')],
  split: [{ ...SIGNED_ON, cart: CART }, (page) => tap(page, 'pay-split')],
  'split-held': [{ ...SIGNED_ON, cart: CART, placed: true, tenders: HELD }, (page) => tap(page, 'pay-split')],
  'part-paid': [{ ...SIGNED_ON, cart: CART, placed: true, tenders: HELD }],
  'give-back': [
    { ...SIGNED_ON, cart: CART, placed: true, tenders: HELD },
    async (page) => {
      await tap(page, 'pay-split');
      await tap(page, 'tender-back');
    },
  ],
  park: [{ ...SIGNED_ON, cart: CART }, (page) => page.keyboard.press('F4')],
  'park-badge': [{ ...SIGNED_ON, cart: CART, parked: WAITING }],
  parked: [{ ...SIGNED_ON, cart: CART, parked: WAITING }, (page) => page.keyboard.press('F6')],
  'parked-none': [SIGNED_ON, (page) => page.keyboard.press('F6')],
  reverse: [
    SIGNED_ON,
    async (page) => {
      await tap(page, 'last-sale');
      await tap(page, 'last-sale-reverse');
    },
  ],
  'last-sale': [{ ...SIGNED_ON, printing: PRINTER }, (page) => tap(page, 'last-sale')],
  reversed: [
    SIGNED_ON,
    async (page) => {
      await tap(page, 'last-sale');
      await tap(page, 'last-sale-reverse');
      await tap(page, 'reverse-wrong goods');
      await see(page, 'reversed');
    },
  ],
  search: [
    { ...SIGNED_ON, cart: CART },
    async (page) => {
      await page.keyboard.press('F2');
      await page.getByTestId('search').fill('iphone');
      await see(page, 'result');
    },
  ],
  'search-nothing': [
    SIGNED_ON,
    async (page) => {
      await page.keyboard.press('F2');
      await page.getByTestId('search').fill('xyz');
      await see(page, 'no-results');
    },
  ],
  done: [
    { ...SIGNED_ON, cart: CART, printing: PRINTER },
    async (page) => {
      await type(page, '500');
      await page.keyboard.press('F9');
      await see(page, 'change');
    },
  ],
  'done-card': [
    { ...SIGNED_ON, cart: CART, printing: PRINTER },
    async (page) => {
      await tap(page, 'pay-card');
      await page.waitForTimeout(300);
      await tap(page, 'card-approved');
      await see(page, 'paid-total');
    },
  ],
};
