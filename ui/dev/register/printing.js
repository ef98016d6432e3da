// Paper that waits, comes out, or may have come out.

export function printing(state) {
  const waiting = [];

  /** Changes the jobs and answers everybody who waits for news. */
  const tell = (jobs) => {
    state.printing = { ...state.printing, version: state.printing.version + 1, jobs };
    for (const answer of waiting.splice(0)) answer(state.printing);
    return null;
  };
  const jobs = () => state.printing.jobs;
  const print = (job) => tell([{ state: 'printed', trouble: null, attempts: 1, ...job }, ...jobs()]);

  return {
    watch_printing: ({ seen }) =>
      state.printing.version > seen
        ? state.printing
        : new Promise((resolve) => {
            waiting.push(resolve);
          }),
    print_again: ({ job }) =>
      tell(jobs().map((each) => (each.job === job ? { ...each, state: 'printed', trouble: null } : each))),
    drop_job: ({ job }) => tell(jobs().filter((each) => each.job !== job)),
    print_copy: ({ document }) =>
      print({
        job: `copy-${document}`,
        number: `A-${document.split('-')[1]}`,
        paper: { kind: 'receipt', document, copy: 1 },
      }),
    print_test: () => print({ job: 'test-1', number: '', paper: { kind: 'test' } }),
    print_shift: ({ shift }) => print({ job: 'shift-1', number: '12', paper: { kind: 'shift', shift } }),
  };
}
