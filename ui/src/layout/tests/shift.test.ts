// Counting the drawer blind.

import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { apart, eur, key, see, tap } from '../../../test/counter';
import { pause, scan, type } from '../../../test/keys';
import { openCounter, SHIFT } from '../../../test/register';

apart();
const COINS = { ...SHIFT, denominations: [eur(5000), eur(2000), eur(50), eur(1)] };

describe('closing a shift', () => {
  test('counts piece by piece with keys, and shows nothing that is expected', async () => {
    const { of } = await openCounter({ shift: COINS });
    await tap('rail-shift');
    await see('count');
    expect(screen.getByTestId('close-shift')).toBeDisabled();
    type('12', 300);
    pause(300);
    key('Enter');
    type('3', 300);
    pause(300);
    key('ArrowDown');
    type('7', 300);
    await waitFor(() => expect(screen.getByTestId('count-sum')).toHaveTextContent('€663.50'));
    expect(document.body).not.toHaveTextContent('608.74');
    await tap('close-shift');
    await see('over-short');
    expect(of('close_shift')[0]?.request).toMatchObject({
      counted: eur(66350),
      pieces: [
        { value: eur(5000), pieces: 12 },
        { value: eur(2000), pieces: 3 },
        { value: eur(50), pieces: 7 },
      ],
    });
    await see('shift-report');
  });

  test('counts with fingers, and a scan is no coin', async () => {
    await openCounter({ shift: COINS });
    await tap('rail-shift');
    await tap('pieces-3');
    await tap('count-9');
    scan('5201234567800');
    await waitFor(() => expect(screen.getByTestId('count-sum')).toHaveTextContent('€0.09'));
    await tap('count-backspace');
    expect(screen.getByTestId('count-sum')).toHaveTextContent('€0.00');
  });

  test('says what is left lying', async () => {
    const job = {
      job: 'j',
      paper: { kind: 'test' },
      number: '',
      state: 'failed',
      trouble: null,
      attempts: 1,
    };
    await openCounter({ shift: COINS, printing: { version: 1, printer: true, jobs: [job] } });
    await tap('rail-shift');
    expect(await see('paper-waits')).toHaveTextContent('1 print');
  });

  test('says that an order lies open, and goes back to it', async () => {
    await openCounter({ shift: COINS, cart: [{ line: 1, product: 'product-0', milli: 1000 }] });
    await tap('rail-shift');
    expect(await see('order-open')).toHaveTextContent('€399.00');
    await tap('see-order');
    await see('cart');
  });
});
