// Undoing the last sale.

import { screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { apart, gone, key, pick, scanned, see, tap } from '../../../test/counter';
import { scan } from '../../../test/keys';
import { CHARGER, openCounter, PHONE } from '../../../test/register';

apart();

async function sold(options = {}) {
  const counter = await openCounter(options);
  await scanned(PHONE.barcode, 1);
  key('F9');
  await see('paid-total');
  return counter;
}

test('a reason undoes the sale, and says what to hand back', async () => {
  const { of } = await sold();
  await tap('reverse');
  expect(await see('reverse-back')).toHaveTextContent('Back in cash');
  await tap('reverse-wrong goods');
  expect(await see('cash-back')).toHaveTextContent('€399.00');
  expect(screen.getByTestId('reversal-number')).toHaveTextContent('R-12');
  expect(of('reverse_last')[0]?.request).toMatchObject({ order: 'order-1', reason: 'wrong goods' });
  await tap('reverse-close');
  await gone('done');
  expect(screen.queryByTestId('last-sale')).toBeNull();
});

test('a manager approves where the cashier may not', async () => {
  const { of } = await sold({ askToReverse: true });
  await tap('reverse');
  await tap('reverse-wrong payment');
  expect(await see('approval-act')).toHaveTextContent('Reverse A-1043 over €399.00, asked by Maria K.');
  for (const digit of '1234') await tap(`approve-${digit}`);
  await tap('approve-enter');
  await see('cash-back');
  expect(of('reverse_last').map(({ request }) => request.approval)).toEqual([null, 'approval-1']);
});

test('the header keeps the way back while the next order grows', async () => {
  await sold();
  await scanned(CHARGER.barcode, 1);
  await pick('last-sale', 'last-sale-reverse');
  await see('reverse-back');
});

test('a scan neither confirms nor is it lost without a sound: nothing happens', async () => {
  const { of } = await sold();
  await tap('reverse');
  scan(CHARGER.barcode);
  await waitFor(() => expect(screen.getByTestId('reverse-back')).toBeInTheDocument());
  expect(of('scan')).toHaveLength(1);
  expect(of('reverse_last')).toEqual([]);
});
