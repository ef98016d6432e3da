// The shop itself: what the window asks when it opens, and how the register looks.

import { COUNTRIES } from './firstrun.js';
import { CURRENCY, spoken } from './money.js';
import { OPERATORS, operators, session } from './people.js';

export const LOOK = {
  language: null,
  theme: 'system',
  text_scale_percent: 100,
  sounds: true,
  lock_after_minutes: null,
  keys: {},
};

export function shop(state) {
  return {
    start: () => ({
      app_version: '0.1.0',
      shop: state.noShop ? null : shopView(state),
      operators: operators(state),
      session: state.session ? session(state) : null,
      stopped_cleanly: !state.uncleanStop,
      last_saved: state.lastSaved ?? null,
      look: state.pictured && state.noShop ? { ...state.look, language: state.language } : state.look,
      countries: state.noShop ? COUNTRIES : [],
    }),
    change_look: ({ look }) => {
      state.look = look;
      return { look };
    },
  };
}

export function shopView(state) {
  const names = OPERATORS[state.language];
  return {
    name: spoken(state, ['Minas Kypseli', 'Minas Κυψέλη', 'ميناس كيبسيلي']),
    register: spoken(state, ['Register 1', 'Ταμείο 1', 'صندوق 1']),
    country: 'GR',
    currency: CURRENCY,
    exponent: 2,
    language: state.language,
    tax_included: true,
    demo: true,
    demo_pins: [
      { name: names[0], pin: '1234' },
      { name: names[1], pin: '5678' },
      { name: names[2], pin: '246810' },
    ],
  };
}
