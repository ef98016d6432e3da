// From an empty folder to sign-on, and a PIN that was forgotten.

import { see, tap, type } from './steps.js';

const fill = (page, testid, text) => page.getByTestId(testid).fill(text);

async function shop(page) {
  await fill(page, 'shop-name', 'Minas Kypseli');
  await fill(page, 'shop-address', 'Fokionos Negri 12\n113 61 Athens');
  await fill(page, 'owner-name', 'Eleni D.');
  await fill(page, 'owner-pin', '246810');
  await fill(page, 'owner-pin-again', '246810');
}

export const firstRun = {
  'first-run': [{ noShop: true, pictured: true }],
  'first-run-pin': [
    { noShop: true, pictured: true },
    async (page) => {
      await page.getByTestId('owner-pin').click();
      await tap(page, 'owner-pin-key-4');
      await tap(page, 'owner-pin-key-next');
      await see(page, 'owner-pin-pad');
    },
  ],
  'first-run-faults': [
    { noShop: true, pictured: true },
    async (page) => {
      await fill(page, 'owner-pin', '12');
      await page.getByTestId('printer-kind-network').check({ force: true });
      await tap(page, 'set-up-shop');
    },
  ],
  'keep-code': [
    { noShop: true, pictured: true },
    async (page) => {
      await shop(page);
      await tap(page, 'set-up-shop');
      await see(page, 'keep-code');
    },
  ],
  recover: [{}, (page) => tap(page, 'forgot-pin')],
  'recover-pin': [
    {},
    async (page) => {
      await tap(page, 'forgot-pin');
      await page.getByTestId('recover-pin').click();
      await see(page, 'recover-pin-pad');
    },
  ],
  'locked-out': [
    { lockedOut: true },
    async (page) => {
      await type(page, '4321');
      await tap(page, 'pin-enter');
      await see(page, 'locked-out');
    },
  ],
};
