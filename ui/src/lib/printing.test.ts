import { afterEach, expect, test, vi } from 'vitest';
import { pretend } from '../../test/register';
import type { PrintJob } from '$lib/bindings/pos/PrintJob';
import { i18n } from '$lib/i18n/i18n.svelte';
import { printing } from './printing.svelte';

const job = (more: Partial<PrintJob> = {}): PrintJob => ({
  job: 'job-1',
  paper: { kind: 'receipt', document: 'document-1', copy: 0 },
  number: 'A-1043',
  state: 'waiting',
  trouble: null,
  attempts: 0,
  ...more,
});
const at = (version: number, ...jobs: PrintJob[]) => ({ version, printer: true, jobs });
let stop: () => void = () => undefined;
afterEach(() => {
  stop();
  i18n.choose('en');
});

test('what changes at the printer is known without asking twice', async () => {
  const asked = pretend({ printing: at(2, job({ state: 'printed' })) });
  stop = printing.watch(at(1, job({ state: 'printing' })));
  expect(printing.of('document-1')?.state).toBe('printing');
  await vi.waitFor(() => expect(printing.of('document-1')?.state).toBe('printed'));
  await vi.waitFor(() => expect(asked.map(({ request }) => request.seen)).toEqual([1, 2]));
});

test('a lock ends the questions, and the paper of the one before is not shown', async () => {
  const answers: ((news: unknown) => void)[] = [];
  pretend({}, () => new Promise((resolve) => answers.push(resolve)));
  stop = printing.watch(at(1, job()));
  stop();
  answers[0]?.(at(2, job({ state: 'failed' })));
  await Promise.resolve();
  expect(printing.jobs).toEqual([]);
  expect(answers).toHaveLength(1);
});

test('paper on its way is no trouble; what waits in vain, failed or may be out is', () => {
  pretend();
  stop = printing.watch(
    at(
      1,
      job(),
      job({ job: 'b', state: 'printing' }),
      job({ job: 'c', trouble: 'no_paper' }),
      job({ job: 'd', state: 'failed' }),
      job({ job: 'e', state: 'unknown' }),
      job({ job: 'f', state: 'printed' }),
    ),
  );
  expect(printing.stuck.map((each) => each.job)).toEqual(['c', 'd', 'e']);
});

test('a printer that does not answer is named by its address', async () => {
  pretend({}, ({ command }) => {
    if (command === 'settings')
      return { printer: { connection: { kind: 'network', host: '192.168.1.50', port: 9100 } } };
    return new Promise(() => undefined);
  });
  const missed = job({ trouble: 'not_there' });
  printing.standsAt(null);
  stop = printing.watch(at(1, missed));
  await vi.waitFor(() =>
    expect(printing.trouble(missed)).toBe(
      'The printer does not answer at 192.168.1.50. Receipts wait; selling goes on.',
    ),
  );
});

test('a wish that is refused is kept to be shown', async () => {
  const refusal = { code: 'SYS-001', params: {}, text: 'no' };
  pretend({}, ({ command }) => {
    if (command === 'print_copy') throw refusal;
    return new Promise(() => undefined);
  });
  stop = printing.watch(at(1));
  await printing.copy('document-1');
  expect(printing.error).toEqual(refusal);
});
