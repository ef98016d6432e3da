import { errorsEn } from './errors';
import { firstRun } from './firstRun';
import { receipts } from './receipts';
import { settings } from './settings';
import { signOn } from './signOn';
import { shift } from './shift';
import { sell } from './sell';
import { pay } from './pay';
import { approval } from './approval';
import { reverse } from './reverse';
import { keys } from './keys';
import { failures } from './failures';
import { opening } from './opening';
import { printing } from './printing';
import { terms } from './terms';
import { unclean } from './unclean';

/** Every word of the window in English. The other languages have the same keys, by type. */
export const en = {
  languageName: 'English',
  direction: 'ltr' as 'ltr' | 'rtl',
  otherLanguage: 'Other language',
  starting: 'Opening the register…',
  tryAgain: 'Try again',
  close: 'Close',
  backspace: 'Delete the last character',
  lock: 'Lock',
  demo: 'Demo',
  /** A register may be called by its number alone. */
  register: (name: string) => (/^\d+$/.test(name) ? `Register ${name}` : name),
  lastSale: 'Last sale',
  changeWas: 'change',
  whichAmount: 'Which one is meant?',
  notAnAmount: (text: string) => (text === '' ? 'Type an amount.' : `“${text}” is not an amount.`),

  rail: { name: 'Screens', sell: 'Sell', receipts: 'Receipts', settings: 'Settings', shift: 'Shift' },

  roles: { cashier: 'Cashier', manager: 'Manager' } as Record<string, string>,
  firstRun,
  signOn,
  shift,
  sell,
  pay,
  approval,
  reverse,
  keys,
  receipts,
  settings,
  printing,
  unclean,
  failures,
  opening,
  terms,
  errors: errorsEn,
};

export type Dictionary = typeof en;
