/** What to say when nothing works. */
export const failures = {
  startTitle: 'The register cannot open',
  noShopTitle: 'There is no shop yet',
  noShop: 'Set it up with “minas init”, then try again.',
  unanswered: 'The register did not answer. Do the same again: nothing happens twice.',
};
