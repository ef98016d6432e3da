// From the door to the drawer: signing on, opening, selling, closing.

import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import App from '../../App.svelte';
import { apart, scanned, see } from '../../../test/counter';
import { enter, pause, scan, type } from '../../../test/keys';
import { AT_COUNTER, openCounter, PHONE, pretend, SHIFT } from '../../../test/register';

apart();

describe('from the door to the drawer', () => {
  test('signs on, opens a shift, sells for cash and closes', async () => {
    const asked = pretend();
    render(App);
    await fireEvent.click(await see('operator-Maria K.'));
    for (const digit of '1234') await fireEvent.click(screen.getByTestId(`pin-${digit}`));
    await fireEvent.click(screen.getByTestId('pin-enter'));

    await fireEvent.input(await see('float'), { target: { value: '150,00' } });
    await fireEvent.click(screen.getByTestId('open-shift'));
    await see('empty-cart');

    await scanned(PHONE.barcode, 1);
    await fireEvent.click(screen.getByTestId('pay-exact'));
    expect(await see('paid-total')).toHaveTextContent('€399.00');
    expect(screen.getByTestId('receipt-number')).toHaveTextContent('A-1043');

    await fireEvent.click(screen.getByTestId('rail-shift'));
    await fireEvent.click(await see('sum-only'));
    await fireEvent.input(await see('counted'), { target: { value: '608.74' } });
    expect(screen.queryByTestId('shift-expected')).toBeNull();
    await fireEvent.click(screen.getByTestId('close-shift'));
    expect(await see('over-short')).toHaveTextContent('€0.00');

    const float = asked.find((each) => each.command === 'open_shift')?.request.float;
    expect(float).toEqual({ minor: 15000, currency: 'EUR' });
  });

  test('a wrong PIN is told in the cashier’s words, and the PIN is gone', async () => {
    pretend();
    render(App);
    await fireEvent.click(await see('operator-Maria K.'));
    type('9999', 200);
    pause(200);
    enter();
    expect(await see('sign-on-error')).toHaveTextContent('Tries left: 4');
  });

  test('a scan is no PIN', async () => {
    const asked = pretend();
    render(App);
    await see('operator-Maria K.');
    scan('12345678');
    expect(asked.some((each) => each.command === 'sign_on')).toBe(false);
    expect(screen.getByRole('status', { name: /0 digits/ })).toBeInTheDocument();
  });

  test('a register that cannot open says why', async () => {
    pretend({}, ({ command }) => {
      if (command === 'start') throw { code: 'SYS-011', params: {}, text: 'the file is newer' };
    });
    render(App);
    expect(await see('stopped')).toHaveTextContent('Update this one');
    expect(screen.getByTestId('error-code')).toHaveTextContent('SYS-011');
  });

  test('without a shift there is nothing to sell with', async () => {
    pretend({ session: true });
    render(App);
    await see('open-shift');
    expect(screen.queryByTestId('rail-sell')).toBeNull();
  });

  test('an ambiguous float is asked about', async () => {
    const asked = pretend({ session: true });
    render(App);
    await fireEvent.input(await see('float'), { target: { value: '1.200' } });
    await fireEvent.click(screen.getByTestId('open-shift'));
    const readings = await waitFor(() => screen.getAllByTestId('reading'));
    expect(readings.map((reading) => reading.textContent.trim())).toEqual(['€1,200.00', '€1.20']);
    await fireEvent.click(readings[0]!);
    await see('empty-cart');
    expect(asked.find((each) => each.command === 'open_shift')?.request.float).toEqual({
      minor: 120000,
      currency: 'EUR',
    });
  });
});

test('the window is Greek where the shop is', async () => {
  await openCounter({ language: 'el' });
  expect(document.documentElement.lang).toBe('el');
  scan(PHONE.barcode);
  await waitFor(() => expect(screen.getByTestId('total').textContent.replace(/\s/g, ' ')).toBe('399,00 €'));
});

test('an unclean stop is told once, with the last saved sale', async () => {
  const sale = { order: 'order-0', number: 'A-1042', tenders: [], at_ms: 0 };
  const eur = (minor: number) => ({ minor, currency: 'EUR' });
  pretend({
    ...AT_COUNTER,
    shift: SHIFT,
    uncleanStop: true,
    lastSale: { ...sale, total: eur(2880), tendered: eur(4000), change: eur(1120) },
  });
  render(App);
  const card = await see('unclean-stop');
  expect(card).toHaveTextContent('A-1042');
  expect(card).toHaveTextContent('€28.80');
  expect(card).toHaveTextContent('€11.20');
  await fireEvent.click(within(card).getByTestId('unclean-go-on'));
  expect(screen.queryByTestId('unclean-stop')).toBeNull();
});
