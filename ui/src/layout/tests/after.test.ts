// After the sale.

import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { apart, key, scanned, see } from '../../../test/counter';
import { pause, scan, type } from '../../../test/keys';
import { CHARGER, lines, openCounter, PHONE } from '../../../test/register';

apart();

describe('after the sale', () => {
  test('the next scan starts the next order, and the last sale stays in the header', async () => {
    const { of } = await openCounter();
    await scanned(PHONE.barcode, 1);
    type('400', 300);
    pause(300);
    key('F9');
    await see('change');
    expect(screen.queryByTestId('pay-exact')).toBeNull();
    await scanned(CHARGER.barcode, 1);
    expect(screen.queryByTestId('change')).toBeNull();
    expect(of('scan').at(-1)?.request.order).toBeNull();
    expect(screen.getByTestId('last-sale')).toHaveTextContent('A-1043');
    expect(screen.getByTestId('last-sale')).toHaveTextContent('€1.00');
  });

  test('a scan during the payment belongs to the next order', async () => {
    let settle: () => void = () => undefined;
    const { of } = await openCounter({}, ({ command, request }, real) => {
      if (command !== 'pay_cash') return real(command, { request });
      return new Promise((resolve) => (settle = () => resolve(real(command, { request }))));
    });
    await scanned(PHONE.barcode, 1);
    key('F9');
    await waitFor(() => expect(of('pay_cash')).toHaveLength(1));
    scan(CHARGER.barcode);
    settle();
    await waitFor(() => expect(of('scan')).toHaveLength(2));
    expect(of('scan')[1]?.request.order).toBeNull();
    await waitFor(() => expect(lines()).toEqual([expect.stringContaining('USB-C')]));
  });
});
