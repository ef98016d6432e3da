// Orders that wait while others are served.

import { screen, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { apart, eur, fill, gone, key, scanned, see, tap } from '../../../test/counter';
import { scan } from '../../../test/keys';
import { CHARGER, lines, openCounter, PHONE } from '../../../test/register';

apart();

async function parked(name: string) {
  const counter = await openCounter();
  await scanned(PHONE.barcode, 1);
  key('F4');
  await fill('park-name', name);
  await tap('park-now');
  await see('empty-cart');
  return counter;
}

test('an order waits under a name, and the count says so', async () => {
  const { of } = await parked('Nikos');
  expect(of('park_order')[0]?.request).toMatchObject({ order: 'order-1', label: 'Nikos' });
  expect(await see('parked-count')).toHaveTextContent('1');
  key('F6');
  const row = await see('parked-row');
  expect(row).toHaveTextContent('Nikos');
  expect(row).toHaveTextContent('€399.00');
  expect(row).toHaveTextContent('Maria K.');
});

test('without a name it is known by its first line', async () => {
  const { of } = await parked('');
  expect(of('park_order')[0]?.request.label).toBeNull();
  key('F4');
  expect(await see('parked-row')).toHaveTextContent('Galaxy A55');
});

test('resuming parks what lies on the counter', async () => {
  await parked('Nikos');
  await scanned(CHARGER.barcode, 1);
  await tap('parked');
  await tap('parked-row');
  await waitFor(() => expect(lines()).toEqual([expect.stringContaining('Galaxy A55')]));
  await waitFor(() => expect(screen.getByTestId('parked-count')).toHaveTextContent('1'));
  key('F6');
  expect(await see('parked-row')).toHaveTextContent('USB-C charger');
});

test('one that waits can be cancelled from the list, with a reason', async () => {
  const { of } = await parked('Nikos');
  key('F6');
  await tap('parked-cancel');
  await tap('cancel-customer left');
  await see('nothing-parked');
  expect(of('cancel_order')[0]?.request).toMatchObject({ order: 'order-1', reason: 'customer left' });
});

test('one that waits long is marked', async () => {
  const about = { label: null, total: eur(100), lines: 1, first: 'Case', operator: 'Maria K.' };
  const list = [
    { order: 'order-8', ...about, parked_ms: Date.now() - 5 * 3_600_000 },
    { order: 'order-9', ...about, parked_ms: Date.now() - 60_000 },
  ];
  await openCounter({ parked: list });
  key('F6');
  const rows = await waitFor(() => screen.getAllByTestId('parked-row'));
  expect(within(rows[0]!).queryByTestId('parked-old')).not.toBeNull();
  expect(within(rows[1]!).queryByTestId('parked-old')).toBeNull();
});

test('an unknown code waits and comes back with its order', async () => {
  await openCounter();
  await scanned(PHONE.barcode, 1);
  scan('5209999999990');
  await see('unknown-line');
  key('F4');
  await tap('park-now');
  await gone('unknown-line');
  key('F6');
  await tap('parked-row');
  await see('unknown-line');
});
