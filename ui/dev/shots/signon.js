// Before anybody is signed on.

import { see, tap, type } from './steps.js';

export const signOn = {
  'sign-on': [{}, (page) => type(page, '12')],
  'sign-on-refused': [
    {},
    async (page) => {
      await type(page, '4321');
      await tap(page, 'pin-enter');
      await see(page, 'sign-on-error');
    },
  ],
};
