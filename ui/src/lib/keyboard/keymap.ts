// Which key does what at the counter. Every action has a usual key; a register may choose others, and the hints on
// the buttons follow. F5, F7, F10 and F11 mean reload, caret, menu and full screen in a web view, and stay unused.

import { look } from '$lib/look.svelte';
import { physicalCharacter } from './physical';

/** Every action that has a key, in the order in which people read them, with its usual key. */
export const usualKeys = {
  search: 'F2',
  park: 'F4',
  parked: 'F6',
  pay_card: 'F8',
  pay_cash: 'F9',
  split: 'F12',
  quantity: '*',
  quantity_up: '+',
  quantity_down: '-',
  discount_line: '%',
  price: '/',
  note_line: 'Insert',
  void_line: 'Delete',
  discount_order: 'Ctrl+D',
  note_order: 'Ctrl+N',
  cancel_order: 'Ctrl+Delete',
  print_again: 'Ctrl+P',
  lock: 'Ctrl+L',
  help: '?',
} as const;

export type Action = keyof typeof usualKeys;
export const actions = Object.keys(usualKeys) as readonly Action[];

/** Keys with a meaning of their own at the counter or in a web view. */
const TAKEN = new Set(['F5', 'F7', 'F10', 'F11', 'Enter', 'Tab', 'Escape', 'Backspace', ' ', '.', ',']);
/** Marks that nobody begins a name with. */
const MARKS = /^[*+\-%/?=!#&@$;:<>|\\[\]{}()"'`~_^]$/;

const NAMED = new Set(['Insert', 'Delete', 'Home', 'End', 'PageUp', 'PageDown', 'Pause']);

/** The key of an action, as the browser names it: `F9`, `*`, `Ctrl+D`. */
export function keyOf(action: Action): string {
  return look.keys[action] ?? usualKeys[action];
}

/** What a key does; null where it does nothing. */
export function actionOf(key: string): Action | null {
  return actions.find((action) => keyOf(action) === key) ?? null;
}

/** The key that was pressed, as the map names it. */
export function keyName(event: KeyboardEvent): string {
  const held = `${event.ctrlKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}`;
  if (held === '') return event.shiftKey && event.key.length > 1 ? `Shift+${event.key}` : event.key;
  // Under Greek letters a chord is still the key with that place.
  return held + (physicalCharacter(event)?.toUpperCase() ?? event.key);
}

/** Whether an action may have this key: digits and letters are for quantities and names. */
export function isFree(key: string): boolean {
  if (TAKEN.has(key)) return false;
  if (/^(Ctrl|Alt)\+./.test(key)) return true;
  return /^(Shift\+)?F([1-9]|1[0-2])$/.test(key) || MARKS.test(key) || NAMED.has(key);
}

/** The other action that has the key already. */
export function conflictOf(action: Action, key: string): Action | null {
  return actions.find((other) => other !== action && keyOf(other) === key) ?? null;
}

const SHORT: Readonly<Record<string, string>> = {
  Delete: 'Del',
  Insert: 'Ins',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  '-': '−',
};

/** A key as it is printed on a keyboard. */
export function hintOf(key: string): string {
  const parts = key.length > 1 ? key.split('+') : [key];
  return parts.map((part) => SHORT[part] ?? part).join(' ');
}

/** The hint for an action's button. */
export function hint(action: Action): string {
  return hintOf(keyOf(action));
}
