// Selling, from the empty cart to the change.

import { CART, scan, see, SIGNED_ON, tap, type } from './steps.js';

const UNKNOWN = '5209999999990';

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
  'sell-cancel': [{ ...SIGNED_ON, cart: CART }, (page) => tap(page, 'cancel-order')],
  'cash-received': [
    { ...SIGNED_ON, cart: CART },
    async (page) => {
      await tap(page, 'pay-other');
      await type(page, '500');
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
    { ...SIGNED_ON, cart: CART },
    async (page) => {
      await type(page, '500');
      await page.keyboard.press('F9');
      await see(page, 'change');
    },
  ],
};
