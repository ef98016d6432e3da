/** What takes long while the register opens, for somebody who waits for it. */
export const opening = {
  stages: {
    checking_file: 'The program did not stop cleanly. Checking the file…',
    checking_journal: 'Checking the journal…',
    migrating: 'After the update: a copy is kept, then the file is brought up to date…',
    rebuilding: 'After the update: getting the screens ready…',
  },
  counted: (done: string, total: string) => `${done} of ${total}`,
  /** Under the bar. */
  after: 'The register opens by itself when this is done.',
};
