// The counter’s keys.

import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { apart, key, scanned, see } from '../../../test/counter';
import { enter, pause, press, type } from '../../../test/keys';
import { lines, openCounter, PHONE } from '../../../test/register';

apart();

describe('keys', () => {
  test('Escape clears the innermost thing and never the order', async () => {
    await openCounter();
    await scanned(PHONE.barcode, 1);
    type('12', 300);
    key('F2');
    await waitFor(() => expect(screen.getByTestId('search')).toHaveFocus());
    key('Escape');
    await waitFor(() => expect(screen.getByTestId('search')).not.toHaveFocus());
    expect(screen.getByTestId('typed')).toHaveTextContent('12');
    key('Escape');
    await waitFor(() => expect(screen.queryByTestId('typed')).toBeNull());
    key('Escape');
    expect(lines()).toHaveLength(1);
  });

  test('Enter looks typed digits up', async () => {
    const { of } = await openCounter();
    type(PHONE.barcode, 200);
    pause(200);
    enter();
    await waitFor(() => expect(lines()).toHaveLength(1));
    expect(of('scan')[0]?.request).toMatchObject({ code: PHONE.barcode, quantity_milli: null });
  });

  test('plus, minus and Delete change the selected line', async () => {
    const { of } = await openCounter();
    await scanned(PHONE.barcode, 1);
    pause(1_000);
    press({ code: 'NumpadAdd', key: '+' });
    await waitFor(() =>
      expect(of('change_quantity').map(({ request }) => request.quantity_milli)).toEqual([2000]),
    );
    pause(1_000);
    press({ code: 'NumpadSubtract', key: '-' });
    await waitFor(() => expect(of('change_quantity')).toHaveLength(2));
    key('Delete');
    await see('empty-cart');
    expect(of('void_line')[0]?.request).toMatchObject({ order: 'order-1', line: 1 });
  });

  test('a letter with nothing in front begins a search', async () => {
    const { of } = await openCounter();
    type('c', 300);
    const field = screen.getByTestId('search');
    await waitFor(() => expect(field).toHaveFocus());
    expect(field).toHaveValue('c');
    await waitFor(() => expect(of('search')).toHaveLength(1));
  });

  test('arrows choose a result and Enter takes it', async () => {
    const { of } = await openCounter();
    key('F2');
    const field = screen.getByTestId('search');
    await fireEvent.input(field, { target: { value: 'iphone' } });
    await waitFor(() => expect(screen.getAllByTestId('result').length).toBeGreaterThan(1));
    pause(500);
    press({ code: 'ArrowDown', key: 'ArrowDown' }, field);
    press({ code: 'Enter', key: 'Enter' }, field);
    await waitFor(() => expect(of('add_product')[0]?.request.product).toBe('product-3'));
    await waitFor(() => expect(screen.queryByTestId('result')).toBeNull());
  });
});
