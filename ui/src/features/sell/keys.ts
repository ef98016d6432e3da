// The counter's keyboard: actions by the register's key map, digits for the buffer, letters for a name.

import { reversing } from '$lib/reverse/reverse.svelte';
import { actionOf, keyName, type Action } from '$lib/keyboard/keymap';
import { isEditable, type KeyTarget } from '$lib/keyboard/listener';
import { typedDigit } from '$lib/keyboard/physical';
import type { Sell } from './sell.svelte';

/** Keys that also mean something inside a text. */
const EDITING = new Set(['Delete', 'Insert', 'Home', 'End', 'PageUp', 'PageDown']);

export interface Around {
  readonly focusSearch: () => void;
  readonly printAgain: () => void;
}

export function sellKeys(sell: Sell, around: Around): KeyTarget {
  const act = (action: Action) => ACTS[action](sell, around);
  return {
    scan: (code) => sell.scan(code),

    mark: () => {
      const { text: digits } = sell.typed;
      const search = { isOpen: sell.search.isOpen, text: sell.search.text };
      return () => {
        sell.typed.text = digits;
        sell.search.restore(search);
      };
    },

    key: (event) => {
      if (sell.desk.question) return false;
      if (event.key === 'Escape') return sell.escape();
      const name = keyName(event);
      const types = isEditable(event.target);
      const action = actionOf(name);
      if (action && name.length > 1 && !(types && EDITING.has(name))) return used(() => act(action));
      return !types && plainKey(sell, event, around);
    },

    // Marks may be part of a code, so they count only where they stand alone.
    lone: (character) => {
      if (sell.desk.question || reversing.step || isEditable(document.activeElement)) return;
      const action = actionOf(character) ?? (character === '=' ? actionOf('+') : null);
      if (action) act(action);
    },
  };
}

const onLine = (sell: Sell, act: (line: number) => void) => {
  if (sell.desk.selected !== null) act(sell.desk.selected);
};

/** Asks something about the open order; one that is being paid says why not. */
function onOrder(sell: Sell, act: () => void): void {
  if (sell.desk.locked) sell.desk.refuse({ kind: 'locked' });
  else if (sell.desk.cart) act();
}

const ACTS: Readonly<Record<Action, (sell: Sell, around: Around) => void>> = {
  search: (sell, { focusSearch }) => {
    sell.search.open();
    focusSearch();
  },
  park: (sell) => sell.parking.askPark(),
  parked: (sell) => sell.parking.askList(),
  pay_card: (sell) => sell.paying.askCard(null),
  pay_cash: (sell) => sell.payTyped(),
  split: (sell) => sell.paying.askSplit(),
  quantity: (sell) => sell.setQuantity(),
  quantity_up: (sell) => onLine(sell, (line) => sell.lines.step(line, 1)),
  quantity_down: (sell) => onLine(sell, (line) => sell.lines.step(line, -1)),
  discount_line: (sell) =>
    onOrder(sell, () => onLine(sell, (line) => sell.desk.ask({ kind: 'discount', line }))),
  price: (sell) => onOrder(sell, () => onLine(sell, (line) => sell.desk.ask({ kind: 'price', line }))),
  note_line: (sell) => onOrder(sell, () => onLine(sell, (line) => sell.desk.ask({ kind: 'note', line }))),
  void_line: (sell) => onLine(sell, (line) => sell.lines.void(line)),
  discount_order: (sell) => onOrder(sell, () => sell.desk.ask({ kind: 'discount', line: null })),
  note_order: (sell) => onOrder(sell, () => sell.desk.ask({ kind: 'note', line: null })),
  cancel_order: (sell) => {
    if (sell.desk.cart) sell.desk.ask({ kind: 'cancel_order', parked: null });
  },
  print_again: (_sell, { printAgain }) => printAgain(),
  lock: (sell) => sell.desk.lock(),
  help: (sell) => sell.desk.ask({ kind: 'keys' }),
};

function plainKey(sell: Sell, event: KeyboardEvent, around: Around): boolean {
  const digit = typedDigit(event.key);
  if (digit !== null) return used(() => sell.typed.push(digit));
  switch (event.key) {
    case '.':
    case ',':
    case 'Decimal':
      return used(() => sell.typed.push(event.key === 'Decimal' ? ',' : event.key));
    case 'Backspace':
      return used(() => sell.typed.backspace());
    case 'Enter':
      if (sell.typed.text === '') return false;
      return used(() => sell.lookUp());
    case 'ArrowUp':
      return used(() => sell.desk.select(-1));
    case 'ArrowDown':
      return used(() => sell.desk.select(1));
    default:
      return beginsName(event) && used(() => startSearch(sell, event.key, around));
  }
}

/** A letter with nothing in front begins a name: the empty cart promises it. */
function beginsName(event: KeyboardEvent): boolean {
  return /^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey;
}

function startSearch(sell: Sell, letter: string, { focusSearch }: Around): void {
  sell.search.open(sell.search.text + letter);
  focusSearch();
}

function used(act: () => unknown): true {
  act();
  return true;
}
