// Wrong PINs, lock-outs, and a PIN that was forgotten.

import { render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, test } from 'vitest';
import App from '../../App.svelte';
import { apart, fill, pick, see, tap } from '../../../test/counter';
import { type } from '../../../test/keys';
import { pretend } from '../../../test/register';
import { i18n } from '$lib/i18n/i18n.svelte';

apart();
afterEach(() => i18n.forgetChoice());

describe('signing on', () => {
  test('after too many wrong PINs counts down, for that operator alone', async () => {
    const asked = pretend({ lockedOut: true });
    render(App);
    await see('operator-Maria K.');
    type('4321', 200);
    await tap('pin-enter');
    expect(await see('locked-out')).toHaveTextContent(/1:\d\d/);
    type('1', 300);
    expect(asked.filter(({ command }) => command === 'sign_on')).toHaveLength(1);
    await tap('operator-George P.');
    await see('pin-1');
  });

  test('shows the PINs of a demo beside the names, and a cashier is chosen', async () => {
    pretend();
    render(App);
    const first = await see('operator-Maria K.');
    expect(first).toHaveTextContent('1234');
    expect(first).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByTestId('operator-Eleni D.')).toHaveTextContent('246810');
  });

  test('a forgotten PIN is set anew by the code on paper', async () => {
    const asked = pretend();
    render(App);
    await tap('forgot-pin');
    await fill('recover-code', 'WRONG');
    await fill('recover-pin', '9753');
    await fill('recover-pin-again', '9753');
    await tap('recover-submit');
    await see('recover-error');
    await fill('recover-code', 'k7qp 3mxd 9rtw h4ca');
    await tap('recover-submit');
    await see('recovered');
    const last = asked.filter(({ command }) => command === 'recover').at(-1);
    expect(last?.request).toMatchObject({ operator: 'operator-0', pin: '9753' });
  });

  test('the language is chosen from all there are', async () => {
    pretend();
    render(App);
    await see('operator-Maria K.');
    await pick('language', 'language-el');
    await waitFor(() => expect(document.documentElement.lang).toBe('el'));
    expect(screen.getByTestId('forgot-pin')).toHaveTextContent('Ξεχάσατε');
  });
});
