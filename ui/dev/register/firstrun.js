// The first run: the countries, a shop of one's own, and the demo.

import { money, refuse } from './money.js';

export const COUNTRIES = [
  {
    code: 'gr',
    currency: 'EUR',
    tax_rates_ppm: [240_000, 130_000, 60_000],
    cash_limit: money(50000),
    checks_tax_id: true,
  },
  {
    code: 'ca-on',
    currency: 'CAD',
    tax_rates_ppm: [130_000, 0],
    cash_limit: null,
    checks_tax_id: false,
  },
];

export function firstRun(state) {
  const found = () => void (state.noShop = false);
  return {
    set_up_demo: () => {
      found();
      return null;
    },
    set_up_shop: ({ tax_id, printer }) => {
      if (tax_id && !/^\d{9}$/.test(tax_id)) refuse('SHO-003', { tax_id }, 'no tax id of this country');
      found();
      return {
        operator: 'operator-2',
        code: 'K7QP-3MXD-9RTW-H4CA',
        print_job: printer.connection.kind === 'none' ? null : 'job-1',
      };
    },
    recover: ({ code }) => {
      if (code.replace(/[\s-]/g, '').toUpperCase() !== 'K7QP3MXD9RTWH4CA')
        refuse('STF-016', { tries_left: 4 }, 'wrong code');
      return null;
    },
  };
}
