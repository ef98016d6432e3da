// Every section of the settings.

import { see, SIGNED_ON, tap } from './steps.js';

const SECTIONS = ['shop', 'receipt', 'printer', 'register', 'keys', 'people', 'about'];
const options = { ...SIGNED_ON, printing: { version: 1, printer: true, jobs: [] } };

async function open(page, section) {
  await tap(page, 'rail-settings');
  await tap(page, `section-${section}`);
}

export const settings = {
  ...Object.fromEntries(SECTIONS.map((name) => [`settings-${name}`, [options, (page) => open(page, name)]])),
  'settings-unsaved': [
    options,
    async (page) => {
      await open(page, 'shop');
      await page.getByTestId('settings-name').fill('Minas Patisia');
      await tap(page, 'rail-sell');
      await see(page, 'unsaved');
    },
  ],
  'settings-add-person': [
    options,
    async (page) => {
      await open(page, 'people');
      await tap(page, 'add-person');
      await see(page, 'person-dialog');
    },
  ],
};
