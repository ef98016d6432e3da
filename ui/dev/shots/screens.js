// Every picture: what the register is like, and what is done before the picture is taken.

import { firstRun } from './firstrun.js';
import { hostile } from './hostile.js';
import { receipts } from './receipts.js';
import { sell } from './sell.js';
import { selling } from './selling.js';
import { settings } from './settings.js';
import { shift } from './shift.js';
import { signOn } from './signon.js';

export const SCREENS = {
  ...firstRun,
  ...signOn,
  ...shift,
  ...sell,
  ...selling,
  ...receipts,
  ...settings,
  ...hostile,
};

/** Screens that are also looked at with larger text. */
export const SCALED = [
  'sign-on',
  'first-run',
  'receipts',
  'settings-shop',
  'settings-register',
  'sell-empty',
  'sell-cart',
  'search',
  'card',
  'split',
  'sell-discount',
  'approval',
  'part-paid',
  'done',
  'sell-cancel',
  'close-shift',
  'shift-closed',
];
