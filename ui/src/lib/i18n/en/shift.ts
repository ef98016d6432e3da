/** The till’s accountability. */
export const shift = {
  openTitle: 'Open the shift',
  openText: 'Count the money in the drawer before the first sale.',
  float: 'Float',
  open: 'Open shift',
  closeTitle: (number: number) => `Close shift ${number}`,
  closeText: 'Count all the cash in the drawer, the float included, and type the amount.',
  openedAt: 'Opened',
  counted: 'Counted',
  expected: 'Expected',
  close: 'Close shift',
  closedTitle: (number: number) => `Shift ${number} is closed`,
  exact: 'The drawer is exact',
  over: 'Over',
  short: 'Short',
  openNext: 'Open next shift',
};
