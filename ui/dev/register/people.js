// Who works here, and signing on.

import { view } from './cart.js';
import { refuse } from './money.js';

export const OPERATORS = {
  en: ['Maria K.', 'George P.', 'Eleni D.'],
  el: ['Μαρία Κ.', 'Γιώργος Π.', 'Ελένη Δ.'],
  ar: ['مريم ك.', 'جورج ب.', 'ليلى د.'],
};

export function people(state) {
  return {
    sign_on: ({ pin }) => {
      if (state.lockedOut) refuse('STF-003', { until_ms: Date.now() + 65_000 }, 'too many wrong PINs');
      if (pin !== '1234')
        refuse('STF-004', { tries_left: 4 }, 'the PIN is wrong; 4 tries are left before a wait');
      state.session = true;
      return session(state);
    },
    sign_off: () => void (state.session = false),
  };
}

export function operators(state) {
  return OPERATORS[state.language].map((name, at) => ({
    operator: `operator-${at}`,
    name,
    initials: name
      .split(' ')
      .map((part) => part[0])
      .join(''),
    role: at === 2 ? 'manager' : 'cashier',
  }));
}

export function session(state) {
  return {
    operator: operators(state)[0],
    shift: state.shift,
    cart: view(state),
    last_sale: state.lastSale,
    parked: state.parked,
    printing: state.printing,
    may: state.may,
  };
}
