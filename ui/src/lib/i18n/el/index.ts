import type { Dictionary } from '../en';
import { errorsEl } from './errors';
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

/** Κάθε λέξη του παραθύρου στα ελληνικά. */
export const el: Dictionary = {
  languageName: 'Ελληνικά',
  direction: 'ltr',
  otherLanguage: 'Άλλη γλώσσα',
  starting: 'Ανοίγει το ταμείο…',
  tryAgain: 'Δοκιμάστε ξανά',
  close: 'Κλείσιμο',
  backspace: 'Διαγραφή του τελευταίου χαρακτήρα',
  lock: 'Κλείδωμα',
  demo: 'Επίδειξη',
  register: (name) => (/^\d+$/.test(name) ? `Ταμείο ${name}` : name),
  lastSale: 'Τελευταία',
  changeWas: 'ρέστα',
  whichAmount: 'Ποιο εννοείτε;',
  notAnAmount: (text) => (text === '' ? 'Πληκτρολογήστε ένα ποσό.' : `Το «${text}» δεν είναι ποσό.`),

  rail: { name: 'Οθόνες', sell: 'Πώληση', receipts: 'Αποδείξεις', settings: 'Ρυθμίσεις', shift: 'Βάρδια' },

  roles: { cashier: 'Ταμίας', manager: 'Υπεύθυνος' },
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
  errors: errorsEl,
};
