// Cash: exact, by a note, by typed digits, and what stands in its way.

import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { apart, key, scanned, see } from '../../../test/counter';
import { pause, scan, type } from '../../../test/keys';
import { openCounter, PHONE } from '../../../test/register';

apart();

describe('paying', () => {
  test('twice with a double tap pays once', async () => {
    const { of } = await openCounter();
    await scanned(PHONE.barcode, 1);
    const exact = screen.getByTestId('pay-exact');
    exact.click();
    exact.click();
    key('F9');
    await see('paid-total');
    key('F9');
    key('F9', { repeat: true });
    expect(of('pay_cash')).toHaveLength(1);
    expect(of('pay_cash')[0]?.request).toMatchObject({ tendered: null, partial: false, approval: null });
  });

  test('with a note sends the note and the total that was shown', async () => {
    const { of } = await openCounter();
    await scanned(PHONE.barcode, 1);
    await fireEvent.click(screen.getAllByTestId('pay-note')[0]!);
    await see('change');
    expect(of('pay_cash')[0]?.request).toMatchObject({
      tendered: { minor: 40000, currency: 'EUR' },
      expected_total: { minor: 39900, currency: 'EUR' },
    });
  });

  test('F9 with typed digits takes them as the cash received', async () => {
    const { of } = await openCounter();
    await scanned(PHONE.barcode, 1);
    type('450', 300);
    pause(300);
    key('F9');
    expect(await see('change')).toHaveTextContent('€51.00');
    expect(of('pay_cash')[0]?.request.tendered).toEqual({ minor: 45000, currency: 'EUR' });
  });

  test('asks once about codes that nobody knows', async () => {
    const { of } = await openCounter();
    await scanned(PHONE.barcode, 1);
    scan('5209999999990');
    await see('unknown-line');
    key('F9');
    await fireEvent.click(await see('back-to-cart'));
    expect(of('pay_cash')).toEqual([]);
    key('F9');
    await fireEvent.click(await see('pay-anyway'));
    await see('paid-total');
    expect(screen.queryByTestId('unknown-line')).toBeNull();
  });

  test('is off above the cash limit, and says why', async () => {
    const { of } = await openCounter();
    await scanned(PHONE.barcode, 1);
    await scanned(PHONE.barcode, 1);
    expect(await see('cash-not-allowed')).toHaveTextContent('€500.00');
    expect(screen.queryByTestId('pay-exact')).toBeNull();
    key('F9');
    expect(await see('notice')).toHaveTextContent('€500.00');
    expect(of('pay_cash')).toEqual([]);
  });

  test('above the limit is refused for typed digits too, in the strip and by F9', async () => {
    const { of } = await openCounter();
    await scanned(PHONE.barcode, 1);
    await scanned(PHONE.barcode, 1);
    type('900', 300);
    expect(await see('typed-cash')).toHaveTextContent('no cash for this sale');
    pause(300);
    key('F9');
    expect(await see('notice')).toHaveTextContent('cannot be paid in cash');
    expect(of('pay_cash')).toEqual([]);
  });

  test('with short stock marks the line with what is left', async () => {
    await openCounter({ short: true });
    await scanned(PHONE.barcode, 1);
    key('F9');
    expect(await see('line-short')).toHaveTextContent('2 left, 3 wanted');
    expect(screen.getByTestId('notice')).toHaveTextContent('Nothing was paid');
  });

  test('a changed total shows the new cart and says so', async () => {
    const changed = { expected: { minor: 39900, currency: 'EUR' }, total: { minor: 41000, currency: 'EUR' } };
    const { of } = await openCounter({}, ({ command, request }, real) => {
      if (command === 'pay_cash') throw { code: 'ORD-015', params: changed, text: 'changed' };
      return real(command, { request });
    });
    await scanned(PHONE.barcode, 1);
    const before = of('start').length;
    key('F9');
    expect(await see('notice')).toHaveTextContent('from €399.00 to €410.00');
    expect(of('start').length).toBeGreaterThan(before);
  });

  test('whose answer was lost is not taken twice', async () => {
    const { of } = await openCounter({}, ({ command, request }, real) => {
      const answer = real(command, { request });
      if (command === 'pay_cash') throw new Error('the line is dead');
      return answer;
    });
    await scanned(PHONE.barcode, 1);
    key('F9');
    expect(await see('receipt-number')).toHaveTextContent('A-1043');
    expect(of('pay_cash')).toHaveLength(1);
  });
});
