// The counter's keyboard: F2 search, F9 cash, + and − quantity, Delete a line, Escape the innermost thing.
// F5, F7, F10 and F11 mean reload, caret, menu and full screen in a web view, and stay unused.

import { isEditable, type KeyTarget } from '$lib/keyboard/listener';
import { typedDigit } from '$lib/keyboard/physical';
import type { Sell } from './sell.svelte';

export function sellKeys(sell: Sell, focusSearch: () => void): KeyTarget {
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
      if (sell.question) return false;
      return (
        functionKey(sell, event, focusSearch) ||
        (!isEditable(event.target) && plainKey(sell, event, focusSearch))
      );
    },

    lone: (character) => {
      if (sell.question || sell.selected === null || isEditable(document.activeElement)) return;
      if (character === '+' || character === '=') sell.step(sell.selected, 1);
      if (character === '-') sell.step(sell.selected, -1);
    },
  };
}

function functionKey(sell: Sell, event: KeyboardEvent, focusSearch: () => void): boolean {
  switch (event.key) {
    case 'F2':
      sell.search.open();
      focusSearch();
      return true;
    case 'F9':
      sell.payTyped();
      return true;
    case 'Escape':
      return sell.escape();
    default:
      return false;
  }
}

function plainKey(sell: Sell, event: KeyboardEvent, focusSearch: () => void): boolean {
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
    case 'Delete':
      return used(() => sell.selected !== null && sell.voidLine(sell.selected));
    case 'ArrowUp':
      return used(() => sell.select(-1));
    case 'ArrowDown':
      return used(() => sell.select(1));
    default:
      return beginsName(event) && used(() => startSearch(sell, event.key, focusSearch));
  }
}

/** A letter with nothing in front begins a name: the empty cart promises it. */
function beginsName(event: KeyboardEvent): boolean {
  return /^\p{L}$/u.test(event.key) && !event.ctrlKey && !event.altKey && !event.metaKey;
}

function startSearch(sell: Sell, letter: string, focusSearch: () => void): void {
  sell.search.open(sell.search.text + letter);
  focusSearch();
}

function used(act: () => unknown): true {
  act();
  return true;
}
