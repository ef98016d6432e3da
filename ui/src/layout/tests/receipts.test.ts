// Finding a receipt again, and its paper.

import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { apart, fill, gone, key, see, tap } from '../../../test/counter';
import { scan } from '../../../test/keys';
import { openCounter } from '../../../test/register';

apart();
const PRINTER = { printing: { version: 1, printer: true, jobs: [] } };

async function openReceipts(options = {}) {
  const counter = await openCounter({ ...PRINTER, ...options });
  await tap('rail-receipts');
  return counter;
}
const paper = async (text: string) =>
  waitFor(() => expect(screen.getByTestId('receipt-paper')).toHaveTextContent(text));

describe('receipts', () => {
  test('open with the newest, in the words of the law, with what is stamped on it', async () => {
    await openReceipts();
    await paper('A-1042');
    expect(screen.getByTestId('paper-total')).toHaveTextContent('24,90');
    expect(screen.getByTestId('mark-not_a_tax_receipt')).toHaveTextContent('ΔΕΝ ΑΠΟΤΕΛΕΙ');
  });

  test('are chosen with the arrows and found by typing', async () => {
    const { of } = await openReceipts();
    await paper('A-1042');
    key('ArrowDown');
    await paper('A-1041');
    key('F2');
    expect(screen.getByTestId('receipt-search')).toHaveFocus();
    await fill('receipt-search', 'buds');
    await waitFor(() => expect(of('list_receipts').at(-1)?.request.text).toBe('buds'));
    await paper('R-12');
    await fill('receipt-search', 'xyz');
    await see('no-receipt-found');
    key('Escape');
    await gone('no-receipt-found');
  });

  test('a scanned barcode opens its receipt', async () => {
    await openReceipts();
    await paper('A-1042');
    scan('A-1039');
    await paper('A-1039');
  });

  test('are printed again as a copy, and only the last sale can be reversed', async () => {
    const { of } = await openReceipts();
    await paper('A-1042');
    expect(screen.getByTestId('receipt-reverse')).toBeInTheDocument();
    await tap('receipt-copy');
    expect(of('print_copy')[0]?.request).toMatchObject({ document: 'document-1042' });
    key('ArrowDown');
    await paper('A-1041');
    expect(screen.queryByTestId('receipt-reverse')).toBeNull();
  });

  test('there are none before the first sale', async () => {
    await openReceipts({ noReceipts: true });
    await see('no-receipts');
  });
});

test('paper that waits is a quiet word in the header, with its jobs behind it', async () => {
  const job = {
    job: 'job-1',
    paper: { kind: 'receipt', document: 'document-1', copy: 0 },
    number: 'A-1043',
    state: 'failed',
    trouble: 'no_paper',
    attempts: 1,
  };
  const { of } = await openCounter({ printing: { version: 2, printer: true, jobs: [job] } });
  await tap('paper-chip');
  expect(await see('paper-job')).toHaveTextContent('out of paper');
  await tap('paper-again');
  expect(of('print_again')[0]?.request).toMatchObject({ job: 'job-1' });
  await gone('paper-job');
});

test('an unclean stop says whether the last receipt was printed', async () => {
  const eur = (minor: number) => ({ minor, currency: 'EUR' });
  const job = {
    job: 'job-9',
    paper: { kind: 'receipt', document: 'document-9', copy: 0 },
    number: 'A-9',
    state: 'unknown',
    trouble: null,
    attempts: 1,
  };
  const { of } = await openCounter({
    uncleanStop: true,
    lastSaved: {
      order: 'o',
      document: 'document-9',
      number: 'A-9',
      total: eur(100),
      tendered: eur(200),
      change: eur(100),
      tenders: [],
      at_ms: 0,
    },
    printing: { version: 2, printer: true, jobs: [job] },
  });
  const card = await see('unclean-stop');
  expect(within(card).getByTestId('last-saved-paper')).toHaveTextContent('Nobody knows');
  await tap('last-saved-print');
  expect(of('print_again')).toHaveLength(1);
  await tap('unclean-go-on');
  await gone('unclean-stop');
});
