// A manager's approval in place: one act, one PIN, a minute, and the cashier stays signed on.

import { screen, waitFor } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { apart, gone, key, scanned, see, tap } from '../../../test/counter';
import { enter, pause, scan, type } from '../../../test/keys';
import { CHARGER, lines, openCounter, PHONE } from '../../../test/register';

apart();

async function refused(options = {}) {
  const counter = await openCounter(options);
  await scanned(PHONE.barcode, 1);
  await tap('line-discount');
  await tap('percent-25');
  await see('approval');
  return counter;
}

test('the act stands in words, and only those who may are listed', async () => {
  await refused();
  expect(screen.getByTestId('approval-act')).toHaveTextContent(
    '−25 % on Galaxy A55 5G 128GB Navy, asked by Maria K.: from €399.00 to €299.25',
  );
  await waitFor(() => expect(screen.getAllByTestId('approver')).toHaveLength(2));
});

test('the right PIN repeats the same request with the approval', async () => {
  const { of } = await refused();
  await waitFor(() => expect(screen.getAllByTestId('approver')).toHaveLength(2));
  pause(500);
  type('1234', 200);
  pause(500);
  enter();
  await gone('approval');
  await waitFor(() => expect(screen.getByTestId('amounts')).toHaveTextContent('€299.25'));
  const [first, second] = of('discount_line').map(({ request }) => request);
  expect(first).toMatchObject({ approval: null });
  expect(second).toMatchObject({ approval: 'approval-1', discount: first?.discount, reason: first?.reason });
  expect(of('approve')[0]?.request.act).toContain('−25');
  expect(of('sign_on')).toEqual([]);
});

test('a wrong PIN is told, and may be tried again', async () => {
  await refused();
  for (const digit of '9999') await tap(`approve-${digit}`);
  await tap('approve-enter');
  expect(await see('approval-error')).toHaveTextContent('Tries left: 4');
  for (const digit of '1234') await tap(`approve-${digit}`);
  await tap('approve-enter');
  await gone('approval');
});

test('Escape leaves everything as it was, and complains about nothing', async () => {
  const { of } = await refused();
  key('Escape');
  await gone('approval');
  expect(of('discount_line')).toHaveLength(1);
  expect(screen.queryByTestId('notice')).toBeNull();
});

test('a scan changes the cart, so the question ends and the goods are added', async () => {
  const { of } = await refused();
  scan(CHARGER.barcode);
  await gone('approval');
  await waitFor(() => expect(lines()).toHaveLength(2));
  expect(of('approve')).toEqual([]);
});

test('after a minute the question is gone', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    await refused();
    vi.advanceTimersByTime(59_000);
    await waitFor(() => expect(screen.getByTestId('approval')).toHaveTextContent('1'));
    vi.advanceTimersByTime(1_000);
    await gone('approval');
  } finally {
    vi.useRealTimers();
  }
});

test('where nobody may, it says so', async () => {
  await refused({ nobodyMay: true });
  await see('nobody-may');
});

test('goods below stock are sold once somebody lets them', async () => {
  const { of } = await openCounter({ short: true });
  await scanned(PHONE.barcode, 1);
  key('F9');
  await tap('sell-below-stock');
  expect(await see('approval-act')).toHaveTextContent('Sell 1 × Galaxy A55 5G 128GB Navy below stock');
  for (const digit of '1234') await tap(`approve-${digit}`);
  await tap('approve-enter');
  await see('paid-total');
  expect(of('pay_cash')[1]?.request).toMatchObject({ approval: 'approval-1' });
});
