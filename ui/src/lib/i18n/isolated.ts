// Names within sentences.

import { i18n } from './i18n.svelte';

/** Letters of scripts that run from right to left, and marks that turn what stands behind them. */
const TURNS = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** A name that may run the other way must not carry along the amounts beside it: it stands by itself. */
export function isolated(name: string): string {
  return i18n.language !== 'ar' && !TURNS.test(name) ? name : `\u2068${name}\u2069`;
}
