// Scans: fast, lost never, and never a press on a button.

import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { apart, gone, scanned, see, tap } from '../../../test/counter';
import { scan, type } from '../../../test/keys';
import { CHARGER, lines, openCounter, PHONE } from '../../../test/register';

apart();

describe('scanning', () => {
  test('adds lines in the order of the scans, however fast they come', async () => {
    const { of } = await openCounter();
    scan(PHONE.barcode);
    scan(CHARGER.barcode);
    scan(PHONE.barcode);
    await waitFor(() => expect(of('scan')).toHaveLength(3));
    await waitFor(() =>
      expect(lines()).toEqual([expect.stringContaining('2 Galaxy'), expect.stringContaining('1 USB-C')]),
    );
    expect(of('scan').map(({ request }) => request.order)).toEqual([null, 'order-1', 'order-1']);
  });

  test('uses the typed digits as the quantity', async () => {
    const { of } = await openCounter();
    type('3', 300);
    expect(await see('typed')).toHaveTextContent('3');
    scan(PHONE.barcode);
    await waitFor(() => expect(of('scan')[0]?.request.quantity_milli).toBe(3000));
    await waitFor(() => expect(screen.queryByTestId('typed')).toBeNull());
  });

  test('with the focus on the paying key adds a line and sells nothing', async () => {
    const { of } = await openCounter();
    await scanned(PHONE.barcode, 1);
    screen.getByTestId('pay-exact').focus();
    await scanned(CHARGER.barcode, 2);
    expect(of('pay_cash')).toEqual([]);
  });

  test('of an unknown code stays as a red line until somebody deals with it', async () => {
    const { of } = await openCounter();
    await scanned(PHONE.barcode, 1);
    scan('5209999999990');
    const line = await see('unknown-line');
    expect(line).toHaveTextContent('5209999999990');
    await scanned(CHARGER.barcode, 2);
    expect(screen.getByTestId('unknown-line')).toBe(line);
    await fireEvent.click(within(line).getByTestId('unknown-ignore'));
    await gone('unknown-line');
    expect(of('ignore_unknown')[0]?.request).toMatchObject({ order: 'order-1', unknown: 1 });
  });

  test('of a receipt opens it, and the cart waits', async () => {
    await openCounter();
    await scanned(PHONE.barcode, 1);
    scan('A-1039');
    await waitFor(() => expect(screen.getByTestId('receipt-paper')).toHaveTextContent('A-1039'));
    expect(screen.getByTestId('receipt-search')).toHaveValue('A-1039');
    await tap('rail-sell');
    expect(lines()).toHaveLength(1);
    await tap('rail-receipts');
    await waitFor(() => expect(screen.getByTestId('receipt-paper')).toHaveTextContent('A-1042'));
  });

  test('of an unknown code can be settled by a search', async () => {
    const { of } = await openCounter();
    scan('5209999999990');
    await fireEvent.click(within(await see('unknown-line')).getByTestId('unknown-search'));
    await fireEvent.input(screen.getByTestId('search'), { target: { value: 'power bank' } });
    await fireEvent.click(await see('result'));
    await waitFor(() => expect(lines()).toHaveLength(1));
    await gone('unknown-line');
    expect(of('add_product')[0]?.request).toMatchObject({ instead_of: 1 });
  });

  test('that is refused says why, and keeps the cart', async () => {
    await openCounter({}, ({ command, request }, real) => {
      if (command === 'scan' && request.code === CHARGER.barcode)
        throw { code: 'POS-006', params: { name: CHARGER.name }, text: 'no price' };
      return real(command, { request });
    });
    await scanned(PHONE.barcode, 1);
    scan(CHARGER.barcode);
    expect(await see('notice')).toHaveTextContent('USB-C charger 20W has no price');
    expect(lines()).toHaveLength(1);
  });
});
