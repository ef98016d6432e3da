// What a cashier does, over the real screens and a pretend register.

import { fireEvent, render, screen, waitFor, within } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import App from '../App.svelte';
import { enter, pause, press, scan, type } from '../../test/keys';
import {
  AT_COUNTER,
  CHARGER,
  lines,
  openCounter,
  PHONE,
  pretend,
  SHIFT,
  type Asked,
} from '../../test/register';

beforeEach(() => pause(10_000));
afterEach(async () => {
  await clearUnknown();
});

const f9 = () => press({ code: 'F9', key: 'F9' });
const escape = () => press({ code: 'Escape', key: 'Escape' });
const see = (testId: string) => waitFor(() => screen.getByTestId(testId));

async function scanned(code: string, count: number) {
  scan(code);
  await waitFor(() => expect(screen.getAllByTestId('cart-line')).toHaveLength(count));
}

/** Unknown codes outlive a screen on purpose, and so would outlive a test. */
async function clearUnknown() {
  for (const button of screen.queryAllByTestId('unknown-ignore')) await fireEvent.click(button);
}

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
    expect(await see('change')).toHaveTextContent('€0.00');
    expect(screen.getByTestId('receipt-number')).toHaveTextContent('A-1043');

    await fireEvent.click(screen.getByTestId('rail-shift'));
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
    await openCounter();
    await scanned(PHONE.barcode, 1);
    scan('5209999999990');
    const line = await see('unknown-line');
    expect(line).toHaveTextContent('5209999999990');
    await scanned(CHARGER.barcode, 2);
    expect(screen.getByTestId('unknown-line')).toBe(line);
    await fireEvent.click(within(line).getByTestId('unknown-ignore'));
    expect(screen.queryByTestId('unknown-line')).toBeNull();
  });

  test('of an unknown code can be settled by a search', async () => {
    const { of } = await openCounter();
    scan('5209999999990');
    await fireEvent.click(within(await see('unknown-line')).getByTestId('unknown-search'));
    await fireEvent.input(screen.getByTestId('search'), { target: { value: 'power bank' } });
    await fireEvent.click(await see('result'));
    await waitFor(() => expect(lines()).toHaveLength(1));
    expect(screen.queryByTestId('unknown-line')).toBeNull();
    expect(of('add_product')).toHaveLength(1);
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

describe('paying', () => {
  test('twice with a double tap pays once', async () => {
    const { of } = await openCounter();
    await scanned(PHONE.barcode, 1);
    const key = screen.getByTestId('pay-exact');
    key.click();
    key.click();
    f9();
    await see('change');
    f9();
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
    f9();
    expect(await see('change')).toHaveTextContent('€51.00');
    expect(of('pay_cash')[0]?.request.tendered).toEqual({ minor: 45000, currency: 'EUR' });
  });

  test('asks once about codes that nobody knows', async () => {
    const { of } = await openCounter();
    await scanned(PHONE.barcode, 1);
    scan('5209999999990');
    await see('unknown-line');
    f9();
    await fireEvent.click(await see('back-to-cart'));
    expect(of('pay_cash')).toEqual([]);
    f9();
    await fireEvent.click(await see('pay-anyway'));
    await see('change');
    expect(screen.queryByTestId('unknown-line')).toBeNull();
  });

  test('is off above the cash limit, and says why', async () => {
    const { of } = await openCounter();
    await scanned(PHONE.barcode, 1);
    await scanned(PHONE.barcode, 1);
    expect(await see('cash-not-allowed')).toHaveTextContent('€500.00');
    expect(screen.queryByTestId('pay-exact')).toBeNull();
    f9();
    expect(of('pay_cash')).toEqual([]);
  });

  test('with short stock marks the line with what is left', async () => {
    await openCounter({ short: true });
    await scanned(PHONE.barcode, 1);
    f9();
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
    f9();
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
    f9();
    expect(await see('receipt-number')).toHaveTextContent('A-1043');
    expect(of('pay_cash')).toHaveLength(1);
  });
});

describe('after the sale', () => {
  test('the next scan starts the next order, and the last sale stays in the header', async () => {
    const { of } = await openCounter();
    await scanned(PHONE.barcode, 1);
    type('400', 300);
    pause(300);
    f9();
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
    f9();
    await waitFor(() => expect(of('pay_cash')).toHaveLength(1));
    scan(CHARGER.barcode);
    settle();
    await waitFor(() => expect(of('scan')).toHaveLength(2));
    expect(of('scan')[1]?.request.order).toBeNull();
    await waitFor(() => expect(lines()).toEqual([expect.stringContaining('USB-C')]));
  });
});

describe('keys', () => {
  test('Escape clears the innermost thing and never the order', async () => {
    await openCounter();
    await scanned(PHONE.barcode, 1);
    type('12', 300);
    press({ code: 'F2', key: 'F2' });
    await waitFor(() => expect(screen.getByTestId('search')).toHaveFocus());
    escape();
    await waitFor(() => expect(screen.getByTestId('search')).not.toHaveFocus());
    expect(screen.getByTestId('typed')).toHaveTextContent('12');
    escape();
    await waitFor(() => expect(screen.queryByTestId('typed')).toBeNull());
    escape();
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
    press({ code: 'Delete', key: 'Delete' });
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
    press({ code: 'F2', key: 'F2' });
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

describe('the cart', () => {
  test('is cancelled only with a reason', async () => {
    const { of } = await openCounter();
    await scanned(PHONE.barcode, 1);
    await fireEvent.click(screen.getByTestId('cancel-order'));
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
  expect(card).toHaveTextContent('A-1042: €28.80, change €11.20');
  await fireEvent.click(within(card).getByRole('button'));
  expect(screen.queryByTestId('unclean-stop')).toBeNull();
});
