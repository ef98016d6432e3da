// The drawer, opened and closed.

import { CART, see, SIGNED_ON, tap, type } from './steps.js';

const STUCK = {
  version: 1,
  printer: true,
  jobs: [{ job: 'job-1', paper: { kind: 'test' }, number: '', state: 'failed', trouble: null, attempts: 1 }],
};

export const shift = {
  'open-shift': [{ session: true }, (page) => type(page, '150')],
  'close-shift': [
    SIGNED_ON,
    async (page) => {
      await tap(page, 'rail-shift');
      await type(page, '3');
      for (const digits of ['2', '1', '4', '7']) {
        await page.keyboard.press('ArrowDown');
        await type(page, digits);
      }
    },
  ],
  'close-shift-order': [
    { ...SIGNED_ON, cart: CART, printing: STUCK },
    async (page) => {
      await tap(page, 'rail-shift');
      await see(page, 'order-open');
    },
  ],
  'close-shift-sum': [
    SIGNED_ON,
    async (page) => {
      await tap(page, 'rail-shift');
      await tap(page, 'sum-only');
      await type(page, '603,50');
    },
  ],
  'shift-closed': [
    SIGNED_ON,
    async (page) => {
      await tap(page, 'rail-shift');
      await tap(page, 'sum-only');
      await type(page, '603,50');
      await tap(page, 'close-shift');
      await see(page, 'over-short');
    },
  ],
};
