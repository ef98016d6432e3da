import type { Action } from '$lib/keyboard/keymap';

/** What the keys do. */
export const keys = {
  title: 'Keys',
  text: 'Everything on this screen works with keys. The settings can change them.',
  typing: 'Typing',
  letters: 'A–Z',
  /** Digits, letters, Enter, arrows, Escape. */
  typed: [
    'a quantity, a code or cash received',
    'begins a search',
    'looks the typed code up',
    'another line',
    'leaves the innermost thing',
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
    help: 'These keys',
  } satisfies Record<Action, string> as Record<Action, string>,
};
