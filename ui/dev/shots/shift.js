// The drawer, opened and closed.

import { see, SIGNED_ON, tap, type } from './steps.js';

export const shift = {
  'open-shift': [{ session: true }, (page) => type(page, '150')],
  'close-shift': [
    SIGNED_ON,
    async (page) => {
      await tap(page, 'rail-shift');
      await type(page, '603,50');
    },
  ],
  'shift-closed': [
    SIGNED_ON,
    async (page) => {
      await tap(page, 'rail-shift');
      await type(page, '603,50');
      await tap(page, 'close-shift');
      await see(page, 'over-short');
    },
  ],
};
