/** A manager's approval in place. */
export const approval = {
  title: 'A manager’s approval is needed',
  who: 'Who approves?',
  nobody: 'Nobody else here may do that.',
  approve: 'Approve',
  cancel: 'Cancel',
  left: (seconds: number) => `${seconds} seconds left`,
  /** The act in words, as it is shown and kept. */
  acts: {
    fromTo: (act: string, from: string, to: string) => `${act}: from ${from} to ${to}`,
    discountLine: (off: string, name: string, who: string) => `${off} on ${name}, asked by ${who}`,
    discountOrder: (off: string, who: string) => `${off} on the whole order, asked by ${who}`,
    dropDiscount: (who: string) => `Take a discount off, asked by ${who}`,
    price: (price: string, name: string, who: string) => `${price} each for ${name}, asked by ${who}`,
    lineTotal: (total: string, name: string, who: string) => `${total} in all for ${name}, asked by ${who}`,
    listPrice: (name: string, who: string) => `Back to the list price for ${name}, asked by ${who}`,
    voidLine: (name: string, who: string) => `Remove ${name}, asked by ${who}`,
    cancelOrder: (what: string, who: string) => `Cancel the order (${what}), asked by ${who}`,
    giveBack: (amount: string, tender: string, who: string) =>
      `Give back ${amount} (${tender}), asked by ${who}`,
    reverse: (number: string, total: string, who: string) =>
      `Reverse ${number} over ${total}, asked by ${who}`,
    belowStock: (goods: string, who: string) => `Sell ${goods} below stock, asked by ${who}`,
  },
};
