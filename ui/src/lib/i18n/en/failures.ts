/** What to say when nothing works. */
export const failures = {
  startTitle: 'The register cannot open',
  noShopTitle: 'There is no shop yet',
  noShop: 'Set it up with “minas init”, then try again.',
  partTitle: 'A part of the window did not open',
  part: 'Nothing was lost: the cart is kept. Try again.',
  unanswered: 'The register did not answer. Do the same again: nothing happens twice.',
};
