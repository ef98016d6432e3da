import type { Action } from '$lib/keyboard/keymap';

/** What the keys do. */
export const keys = {
  title: 'Keys',
  text: 'Everything here works with keys too. They can be changed in the settings.',
  typing: 'Typing',
  letters: 'A–Z',
  /** Digits, letters, Enter, arrows, Escape. */
  typed: [
    'Quantity, code or cash received',
    'Begin a search',
    'Look up the typed code',
    'Another line',
    'Back, or close',
  ],
  actions: {
    search: 'Search',
    park: 'Park the order',
    parked: 'Parked orders',
    pay_card: 'Card',
    pay_cash: 'Exact cash, or the typed cash',
    split: 'Other / split',
    quantity: 'Quantity',
    quantity_up: 'One more',
    quantity_down: 'One less',
    discount_line: 'Discount on the line',
    price: 'Another price',
    note_line: 'Note on the line',
    void_line: 'Remove the line',
    discount_order: 'Discount on the order',
    note_order: 'Note on the order',
    cancel_order: 'Cancel the order',
    print_again: 'Print again',
    lock: 'Lock',
    help: 'All keys',
  } satisfies Record<Action, string> as Record<Action, string>,
};
