// From an empty folder to a shop.

import { fireEvent, render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, test } from 'vitest';
import App from '../../App.svelte';
import { apart, fill, gone, see, tap } from '../../../test/counter';
import { pretend, type Asked } from '../../../test/register';
import { i18n } from '$lib/i18n/i18n.svelte';

apart();
afterEach(() => i18n.forgetChoice());

const of = (asked: Asked[], command: string) => asked.filter((each) => each.command === command);

async function fillIn() {
  await fill('shop-name', 'Minas Kypseli');
  await fill('shop-address', 'Fokionos Negri 12\n\n113 61 Athens\n');
  await fill('owner-name', 'Eleni');
  await fill('owner-pin', '246810');
  await fill('owner-pin-again', '246810');
}

describe('the first run', () => {
  test('opens the demo with one tap', async () => {
    const asked = pretend({ noShop: true });
    render(App);
    await tap('set-up-demo');
    await see('operator-Maria K.');
    expect(of(asked, 'set_up_demo')).toHaveLength(1);
  });

  test('opens a shop, and shows the recovery code until somebody has it', async () => {
    const asked = pretend({ noShop: true });
    render(App);
    await see('first-run');
    await fillIn();
    await tap('set-up-shop');
    expect(await see('recovery-code')).toHaveTextContent('K7QP');
    expect(of(asked, 'set_up_shop')[0]?.request).toMatchObject({
      country: 'gr',
      name: 'Minas Kypseli',
      address: ['Fokionos Negri 12', '113 61 Athens'],
      tax_id: null,
      owner: 'Eleni',
      pin: '246810',
      printer: { connection: { kind: 'none' } },
    });
    expect(screen.getByTestId('code-next')).toBeDisabled();
    await tap('code-kept');
    await tap('code-next');
    await see('operator-Maria K.');
  });

  test('takes the PIN from fingers, on a pad that comes with the field', async () => {
    pretend({ noShop: true });
    render(App);
    await fireEvent.pointerDown(await see('owner-pin'));
    for (const digit of ['2', '4']) await tap(`owner-pin-key-${digit}`);
    expect(screen.getByTestId('owner-pin')).toHaveValue('24');
    await tap('owner-pin-key-next');
    await tap('owner-pin-key-7');
    expect(screen.getByTestId('owner-pin-again')).toHaveValue('7');
    await tap('owner-pin-key-next');
    await gone('owner-pin-pad');
  });

  test('says at the fields what is missing, and sends nothing', async () => {
    const asked = pretend({ noShop: true });
    render(App);
    await see('first-run');
    expect(screen.queryByTestId('shop-name-error')).toBeNull();
    await fill('owner-pin', '12ab3');
    await fireEvent.click(await see('printer-kind-network'));
    await tap('set-up-shop');
    await see('shop-name-error');
    expect(screen.getByTestId('owner-pin')).toHaveValue('123');
    for (const field of ['owner-name', 'owner-pin', 'owner-pin-again', 'printer-host'])
      expect(screen.getByTestId(`${field}-error`)).toBeInTheDocument();
    expect(of(asked, 'set_up_shop')).toEqual([]);
  });

  test('tells a wrong tax number at its field', async () => {
    pretend({ noShop: true });
    render(App);
    await see('first-run');
    await fillIn();
    await fill('shop-tax-id', '12');
    await tap('set-up-shop');
    expect(await see('shop-tax-id-error')).toHaveTextContent('12');
    await fill('shop-tax-id', '123456783');
    await gone('shop-tax-id-error');
  });

  test('speaks the chosen language at once', async () => {
    pretend({ noShop: true });
    render(App);
    await fireEvent.click(await see('first-language-ar'));
    await waitFor(() => expect(document.documentElement.dir).toBe('rtl'));
    expect(screen.getByTestId('set-up-shop')).toHaveTextContent('افتح المتجر');
  });
});
