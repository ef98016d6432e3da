// The cart as a whole.

import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { apart, key, scanned, see } from '../../../test/counter';
import { scan } from '../../../test/keys';
import { lines, openCounter, PHONE, type Asked } from '../../../test/register';

apart();

describe('the cart', () => {
  test('is cancelled only with a reason', async () => {
    const { of } = await openCounter();
    await scanned(PHONE.barcode, 1);
    key('Delete', { ctrlKey: true });
    expect(of('cancel_order')).toEqual([]);
    await fireEvent.click(await see('cancel-mistake'));
    await see('empty-cart');
    expect(of('cancel_order')[0]?.request).toMatchObject({ order: 'order-1', reason: 'mistake' });
  });

  test('outlives a lock', async () => {
    const { of } = await openCounter();
    await scanned(PHONE.barcode, 1);
    await fireEvent.click(screen.getByTestId('lock'));
    await see('operator-Maria K.');
    expect(of('sign_off')).toHaveLength(1);
    for (const digit of '1234') await fireEvent.click(screen.getByTestId(`pin-${digit}`));
    await fireEvent.click(screen.getByTestId('pin-enter'));
    await waitFor(() => expect(lines()).toHaveLength(1));
  });

  test('is left for the PIN pad when the register knows nobody any more', async () => {
    let forgotten = false;
    await openCounter({}, ({ command, request }: Asked, real) => {
      if (command === 'start' && forgotten) return { ...(real('start') as object), session: null };
      if (command === 'scan') {
        forgotten = true;
        throw { code: 'POS-001', params: {}, text: 'nobody is signed on' };
      }
      return real(command, { request });
    });
    scan(PHONE.barcode);
    await see('operator-Maria K.');
  });
});
