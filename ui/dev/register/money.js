// Amounts, quantities and refusals, as the register writes them.

export const CURRENCY = 'EUR';
export const money = (minor) => ({ minor, currency: CURRENCY });
export const each = (pieces) => ({ milli: pieces * 1000, unit: 'ea' });
export const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);

export function refuse(code, params, text) {
  throw { code, params, text };
}

/** The one of a row's names (English, Greek, Arabic) that this state speaks; English where it has none. */
export function spoken(state, [en, el, ar]) {
  return { en, el, ar }[state.language] ?? en;
}
