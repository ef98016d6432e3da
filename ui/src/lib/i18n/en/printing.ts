/** Paper: where it stands, and what keeps it. */
export const printing = {
  title: 'Printing',
  chip: (count: number) => (count === 1 ? '1 receipt waits' : `${count} receipts wait`),
  chipUnknown: 'Printed?',
  explain: 'Selling goes on. What waits is printed as soon as the printer answers.',
  nothing: 'Nothing waits for paper.',
  again: 'Print again',
  copy: 'Print a copy',
  drop: 'Drop',
  paper: {
    receipt: (number: string) => `Receipt ${number}`,
    copy: (number: string) => `Receipt ${number}, copy`,
    shift: (number: string) => `Shift ${number}`,
    test: 'Test print',
    recovery_code: 'Recovery code',
  },
  state: {
    waiting: 'waits for the printer',
    printing: 'printing…',
    printed: 'printed',
    failed: 'not printed',
    unknown: 'Printed? Nobody knows',
  },
  unknownHelp: 'Look at the printer. If nothing came out, print again: it is marked as a copy.',
  trouble: {
    not_there: 'The printer does not answer. Receipts wait; selling goes on.',
    not_there_at: (place: string) =>
      `The printer does not answer at ${place}. Receipts wait; selling goes on.`,
    hangs: 'The printer takes no more. Switch it off and on again.',
    broke_off: 'The printer stopped in the middle. Check whether the receipt came out.',
    cannot_write: 'The place that paper goes to cannot be written. Check the printer’s settings.',
    no_paper: 'The printer is out of paper. Put in a new roll.',
    cover_open: 'The printer’s cover is open. Close it.',
  },
};
