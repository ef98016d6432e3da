// Selling where it is crowded: many lines, long names, large amounts, and what the printer says meanwhile.

import { CART, see, SIGNED_ON, tap, type } from './steps.js';

const MANY = Array.from({ length: 20 }, (_, at) => ({
  line: at + 1,
  product: `product-${at + 3}`,
  milli: at % 4 === 0 ? 12_000 : 1000,
}));
const LONG = {
  'product-0': 'Samsung Galaxy A55 5G Dual SIM 8GB/128GB Awesome Navy, Πανελλήνια εγγύηση 24 μηνών',
  'product-3': 'Θήκη σιλικόνης με μαγνήτη MagSafe για iPhone 15 Pro Max, σκούρο μπλε ματ',
  'product-6': 'Φορτιστής τοίχου USB-C 20W ταχείας φόρτισης με αποσπώμενο καλώδιο 1,5 m',
};
const MUCH = [{ line: 1, product: 'product-1', milli: 1_234_000 }];
const job = (state, trouble = null) => ({
  version: 1,
  printer: true,
  jobs: [
    {
      job: 'job-1043',
      paper: { kind: 'receipt', document: 'document-1043', copy: 0 },
      number: 'A-1043',
      state,
      trouble,
      attempts: 3,
    },
  ],
});

async function exact(page) {
  await page.keyboard.press('F9');
  await see(page, 'paid-total');
}

async function change(page) {
  await type(page, '500');
  await page.keyboard.press('F9');
  await see(page, 'change');
}

export const selling = {
  'many-lines': [{ ...SIGNED_ON, cart: MANY }],
  'long-names': [{ ...SIGNED_ON, cart: CART, names: LONG }],
  'large-amounts': [{ ...SIGNED_ON, cart: MUCH }],
  'one-line': [{ ...SIGNED_ON, cart: CART.slice(1, 2) }],
  'card-busy': [
    { ...SIGNED_ON, cart: CART },
    async (page) => {
      await tap(page, 'pay-card');
      await tap(page, 'card-details');
    },
  ],
  'typed-short': [
    { ...SIGNED_ON, cart: CART },
    async (page) => {
      await type(page, '5');
      await page.keyboard.press('F9');
      await page.waitForTimeout(200);
    },
  ],
  'discount-order': [{ ...SIGNED_ON, cart: CART }, (page) => tap(page, 'order-discount')],
  'first-sale': [{ ...SIGNED_ON, lastSale: null }],
  'done-exact': [{ ...SIGNED_ON, cart: CART }, exact],
  'done-waiting': [{ ...SIGNED_ON, cart: CART, printing: job('waiting', 'no_paper') }, change],
  'done-unprinted': [{ ...SIGNED_ON, cart: CART, printing: job('failed', 'not_there') }, change],
  'done-doubtful': [{ ...SIGNED_ON, cart: CART, printing: job('unknown', 'broke_off') }, change],
  'done-next': [
    { ...SIGNED_ON, cart: CART },
    async (page) => {
      await change(page);
      await tap(page, 'next-sale');
    },
  ],
};
