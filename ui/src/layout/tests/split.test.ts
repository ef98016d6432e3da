// Several tenders, one after the other, and the way back.

import { screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { apart, eur, fill, gone, key, scanned, see, tap } from '../../../test/counter';
import { scan, type } from '../../../test/keys';
import { CHARGER, lines, openCounter, PHONE } from '../../../test/register';

apart();

async function split() {
  const counter = await openCounter();
  await scanned(PHONE.barcode, 1);
  key('F12');
  expect(await see('split-due')).toHaveTextContent('€399.00');
  return counter;
}

/** A part was paid in cash, and somebody left the dialog. */
async function partPaid() {
  const counter = await split();
  await fill('split-amount', '200');
  await tap('split-cash');
  await waitFor(() => expect(screen.getByTestId('split-due')).toHaveTextContent('€199.00'));
  return counter;
}

test('what is due stands in the field, and digits replace it', async () => {
  await split();
  const field = screen.getByTestId('split-amount');
  expect(field).toHaveValue('399.00');
  await tap('split-amount-5');
  await tap('split-amount-0');
  expect(field).toHaveValue('50');
});

test('cash and a card make one sale', async () => {
  const { of } = await partPaid();
  expect(screen.getByTestId('held-tenders')).toHaveTextContent('€200.00');
  expect(screen.getByTestId('split-amount')).toHaveValue('199.00');
  await tap('split-card');
  await see('card-amount');
  await new Promise((resolve) => setTimeout(resolve, 300));
  await tap('card-approved');
  expect(await see('paid-with')).toHaveTextContent('Cash €200.00 · Card €199.00');
  expect(of('pay_cash')[0]?.request).toMatchObject({ partial: true, tendered: eur(20000) });
  expect(of('pay_card')[0]?.request).toMatchObject({ amount: eur(19900) });
});

test('cash above what is due gives change and ends the sale', async () => {
  await split();
  await fill('split-amount', '450');
  await tap('split-cash');
  expect(await see('change')).toHaveTextContent('€51.00');
});

test('a coupon pays its part', async () => {
  const { of } = await split();
  await fill('split-amount', '10');
  await tap('split-coupon');
  await waitFor(() => expect(screen.getByTestId('split-due')).toHaveTextContent('€389.00'));
  expect(of('pay_coupon')[0]?.request).toMatchObject({ value: eur(1000) });
});

test('leaving keeps the order, says what is due, and locks the lines', async () => {
  const { of } = await partPaid();
  key('Escape');
  await gone('split-dialog');
  expect(await see('part-paid')).toHaveTextContent('Paid so far: €200.00 of €399.00');
  expect(screen.queryByTestId('line-more')).toBeNull();
  scan(CHARGER.barcode);
  expect(await see('notice')).toHaveTextContent('is being paid');
  expect(of('scan')).toHaveLength(1);
  key('Delete');
  expect(of('void_line')).toEqual([]);
  key('F9');
  await see('done');
});

test('a declined card leads back to the parts', async () => {
  await partPaid();
  await tap('split-card');
  await tap('card-declined');
  await see('split-due');
});

test('a tender goes back with a reason, and then the order can be cancelled', async () => {
  const { of } = await partPaid();
  await tap('tender-back');
  await tap('give-back-wrong amount');
  await waitFor(() => expect(screen.getByTestId('split-due')).toHaveTextContent('€399.00'));
  expect(of('give_back_tender')[0]?.request).toMatchObject({ tender: 'tender-1', reason: 'wrong amount' });
  key('Escape');
  await tap('cancel-order');
  await tap('cancel-customer left');
  await see('empty-cart');
  expect(lines()).toEqual([]);
});

test('no cash is offered above the country’s limit', async () => {
  await openCounter();
  await scanned(PHONE.barcode, 1);
  type('2', 300);
  await scanned(PHONE.barcode, 1);
  key('F12');
  expect(await see('split-no-cash')).toHaveTextContent('€500.00');
  expect(screen.getByTestId('split-cash')).toBeDisabled();
});
