// What can be done with a line, by keys and by fingers.

import { screen, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { apart, eur, fill, gone, key, scanned, see, tap } from '../../../test/counter';
import { enter, pause, scan, type } from '../../../test/keys';
import { CHARGER, lines, openCounter, PHONE } from '../../../test/register';

apart();

async function one() {
  const counter = await openCounter();
  await scanned(PHONE.barcode, 1);
  return counter;
}

/** A mark that stands alone. */
async function mark(character: string, code: string) {
  key(character, { code });
  await new Promise((resolve) => setTimeout(resolve, 120));
}

test('typed digits and * make the quantity of the selected line', async () => {
  const { of } = await one();
  pause(500);
  type('3', 300);
  await mark('*', 'NumpadMultiply');
  await waitFor(() =>
    expect(of('change_quantity')[0]?.request).toMatchObject({ line: 1, quantity_milli: 3000 }),
  );
});

test('tapping the quantity opens the pad, and its digits replace what stood there', async () => {
  const { of } = await one();
  screen.getByTestId('line-quantity').click();
  await tap('quantity-typed-4');
  await tap('quantity-apply');
  await gone('quantity-dialog');
  await waitFor(() => expect(of('change_quantity')[0]?.request.quantity_milli).toBe(4000));
});

test('a discount applies in one tap, and the register says what comes out', async () => {
  const { of } = await one();
  await mark('%', 'Digit5');
  await see('discount-dialog');
  await tap('reason-damaged');
  await tap('percent-10');
  await waitFor(() => expect(screen.getByTestId('amounts')).toHaveTextContent(/€399\.00\s*€359\.10/));
  expect(of('discount_line')[0]?.request).toMatchObject({
    line: 1,
    discount: { kind: 'rate', rate: 100_000 },
    reason: 'damaged',
    approval: null,
  });
  await tap('discount-drop');
  await waitFor(() => expect(of('discount_line')[1]?.request.discount).toBeNull());
});

test('a typed discount is a share or an amount', async () => {
  const { of } = await one();
  await tap('line-discount');
  await fill('discount-typed', '7,5');
  await tap('discount-apply');
  await tap('discount-in-money');
  await fill('discount-typed', '7,5');
  await tap('discount-apply');
  await waitFor(() =>
    expect(of('discount_line').map(({ request }) => request.discount)).toEqual([
      { kind: 'rate', rate: 75_000 },
      { kind: 'amount', amount: eur(750) },
    ]),
  );
});

test('the whole order takes a discount too', async () => {
  const { of } = await one();
  await tap('order-discount');
  await tap('percent-5');
  await waitFor(() => expect(of('discount_order')[0]?.request).toMatchObject({ discount: { rate: 50_000 } }));
});

test('a price is set for one unit, or for the whole line', async () => {
  const { of } = await one();
  key('F9', { code: 'nothing' });
  await see('paid-total');
  await scanned(CHARGER.barcode, 1);
  await scanned(CHARGER.barcode, 1);
  await tap('line-price');
  await fill('price-typed', '15');
  await tap('price-apply');
  await waitFor(() =>
    expect(of('override_price')[0]?.request.price).toEqual({ milli_minor: 1_500_000, currency: 'EUR' }),
  );
  await tap('price-of-line');
  await fill('price-typed', '25');
  await tap('price-apply');
  await waitFor(() => expect(of('override_line_total')[0]?.request.total).toEqual(eur(2500)));
});

test('a note stands on its line, and another on the order', async () => {
  const { of } = await one();
  key('Insert');
  await fill('note-typed', 'gift wrap');
  await tap('note-keep');
  expect(await see('line-note')).toHaveTextContent('gift wrap');
  key('n', { code: 'KeyN', ctrlKey: true });
  await fill('note-typed', 'calls back');
  pause(500);
  screen.getByTestId('note-typed').focus();
  await tap('note-keep');
  expect(await see('order-note')).toHaveTextContent('calls back');
  expect(of('note_line')[0]?.request.note).toBe('gift wrap');
});

test('a scan closes what is open and adds the goods', async () => {
  await one();
  await tap('line-price');
  await see('price-dialog');
  scan(CHARGER.barcode);
  await gone('price-dialog');
  await waitFor(() => expect(lines()).toHaveLength(2));
});

test('Enter applies what was typed, and a held Enter does not apply it again', async () => {
  const { of } = await one();
  await tap('line-price');
  await fill('price-typed', '350');
  screen.getByTestId('price-typed').focus();
  pause(500);
  enter();
  key('Enter', { repeat: true });
  await waitFor(() => expect(of('override_price')).toHaveLength(1));
});
