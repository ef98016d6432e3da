// A closed shift's report.

import { money } from './money.js';

const DAY_START_MS = 8 * 3_600_000 + 57 * 60_000;

export function reports(state) {
  return {
    find_shift: ({ shift }) => ({
      shift,
      number: 12,
      opened_ms: DAY_START_MS,
      closed_ms: DAY_START_MS + 6 * 3_600_000,
      opened_by: 'Maria K.',
      closed_by: 'Maria K.',
      float: money(15000),
      cash_taken: money(45874),
      cash_given_back: money(0),
      card: money(128450),
      coupon: money(1000),
      sales_count: 23,
      sales: money(184224),
      reversals_count: 1,
      reversals: money(8900),
      taxes: [
        {
          tax_group: 'standard',
          treatment: { kind: 'standard' },
          rate: 240_000,
          base: money(141390),
          tax: money(33934),
        },
      ],
      copies: 2,
      first_number: 'A-1020',
      last_number: 'A-1042',
      pieces: state.counted ?? [],
      counted: money(60874),
      expected: money(60874),
      over_short: money(0),
      grand_total: money(9_845_120),
    }),
  };
}
