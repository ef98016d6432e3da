/** Undoing the last sale. */
export const reverse = {
  reverse: 'Reverse',
  title: (number: string) => `Reverse sale ${number}?`,
  text: 'The whole sale is undone: goods go back to stock, and the customer gets the money back.',
  total: 'Total',
  /** How each tender goes back. */
  back: {
    cash: 'Back in cash',
    card: 'Back to the card, on the terminal',
    coupon: 'The coupon is handed back',
  },
  why: 'Why?',
  reasons: [
    { code: 'wrong goods', label: 'Wrong goods' },
    { code: 'wrong payment', label: 'Paid in the wrong way' },
    { code: 'customer changed mind', label: 'The customer changed their mind' },
  ],
  keep: 'Keep the sale',
  done: (number: string) => `Sale ${number} is reversed`,
  giveBack: 'Give back in cash',
  noCash: 'There is no cash to give back',
  cardToo: 'Give the card amount back on the terminal.',
  document: 'Document',
  ok: 'Done',
};
