// Receipts, paper that waits, and an unclean stop.

import { see, SIGNED_ON, SOLD, tap } from './steps.js';

const job = (number, state, trouble = null) => ({
  job: `job-${number}`,
  paper: { kind: 'receipt', document: `document-${number}`, copy: 0 },
  number: `A-${number}`,
  state,
  trouble,
  attempts: 2,
});
const WAITING = {
  version: 3,
  printer: true,
  jobs: [job(1042, 'waiting', 'not_there'), job(1041, 'unknown'), job(1040, 'failed', 'no_paper')],
};
const PRINTER = { ...SIGNED_ON, printing: { version: 1, printer: true, jobs: [] } };

export const receipts = {
  receipts: [
    PRINTER,
    async (page) => {
      await tap(page, 'rail-receipts');
      await see(page, 'receipt-paper');
    },
  ],
  'receipts-none-found': [
    PRINTER,
    async (page) => {
      await tap(page, 'rail-receipts');
      await page.getByTestId('receipt-search').fill('xyz');
      await see(page, 'no-receipt-found');
    },
  ],
  'receipts-empty': [
    { ...PRINTER, noReceipts: true },
    async (page) => {
      await tap(page, 'rail-receipts');
      await see(page, 'no-receipts');
    },
  ],
  paper: [
    { ...SIGNED_ON, printing: WAITING },
    async (page) => {
      await tap(page, 'paper-chip');
      await see(page, 'paper-job');
    },
  ],
  'unclean-stop': [
    {
      ...SIGNED_ON,
      uncleanStop: true,
      lastSaved: { ...SOLD, document: 'document-1041' },
      printing: { ...WAITING, jobs: [job(1041, 'unknown')] },
    },
    (page) => see(page, 'unclean-stop'),
  ],
};
