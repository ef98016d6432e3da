// Cards of a terminal that stands alone: the cashier says what it said.

import { screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { apart, fill, gone, key, scanned, see, tap } from '../../../test/counter';
import { pause, scan } from '../../../test/keys';
import { CHARGER, lines, openCounter, PHONE } from '../../../test/register';

apart();

/** The question was in sight long enough to be read. */
const seen = () => new Promise((resolve) => setTimeout(resolve, 300));

async function asked() {
  const counter = await openCounter();
  await scanned(PHONE.barcode, 1);
  key('F8');
  expect(await see('card-amount')).toHaveTextContent('€399.00');
  return counter;
}

test('a card is paid when the terminal approved, in one tap', async () => {
  const { of } = await asked();
  await seen();
  screen.getByTestId('card-approved').click();
  screen.getByTestId('card-approved').click();
  expect(await see('paid-total')).toHaveTextContent('€399.00');
  expect(screen.queryByTestId('change')).toBeNull();
  expect(of('pay_card')).toHaveLength(1);
  expect(of('pay_card')[0]?.request).toMatchObject({
    amount: null,
    expected_total: { minor: 39900, currency: 'EUR' },
    slip: { brand: '', last_four: '' },
  });
});

test('a declined card leaves the cart as it was', async () => {
  const { of } = await asked();
  await tap('card-declined');
  await gone('card-dialog');
  expect(lines()).toHaveLength(1);
  expect(of('pay_card')).toEqual([]);
});

test('Enter approves only once the question was in sight, and never as a repeat', async () => {
  const { of } = await asked();
  key('Enter');
  key('Enter', { repeat: true });
  await seen();
  key('Enter', { repeat: true });
  expect(of('pay_card')).toEqual([]);
  key('Enter');
  await see('paid-total');
  expect(of('pay_card')).toHaveLength(1);
});

test('a scan neither approves nor adds while the terminal shows an amount', async () => {
  const { of } = await asked();
  await seen();
  scan(CHARGER.barcode);
  expect(await see('notice')).toHaveTextContent('Scan after the payment');
  expect(of('pay_card')).toEqual([]);
  expect(of('scan')).toHaveLength(1);
});

test('brand and last digits are sent where somebody typed them', async () => {
  const { of } = await asked();
  await tap('card-details');
  await fill('card-brand', 'Visa');
  await fill('card-last-four', '4242');
  await seen();
  pause(500);
  await tap('card-approved');
  await waitFor(() =>
    expect(of('pay_card')[0]?.request.slip).toMatchObject({ brand: 'Visa', last_four: '4242' }),
  );
});
