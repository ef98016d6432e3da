// What may be changed, and when it is kept.

import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { apart, fill, gone, key, see, tap } from '../../../test/counter';
import { openCounter } from '../../../test/register';
import { look } from '$lib/look.svelte';

apart();
const USUAL = { ...look.kept };
afterEach(() => look.take(USUAL));

async function open(section: string, options = {}) {
  const counter = await openCounter({ printing: { version: 1, printer: true, jobs: [] }, ...options });
  await tap('rail-settings');
  await tap(`section-${section}`);
  return counter;
}

describe('the settings', () => {
  test('show only what the operator may change', async () => {
    await open('register', { may: { set_up_shop: false, edit_staff: false } });
    for (const hidden of ['shop', 'receipt', 'printer', 'people'])
      expect(screen.queryByTestId(`section-${hidden}`)).toBeNull();
    await see('look-theme');
    expect(screen.queryByTestId('look-lock')).toBeNull();
    await tap('section-about');
    expect(await see('about')).toHaveTextContent('0.1.0');
  });

  test('keep the shop only when somebody says so', async () => {
    const { of } = await open('shop');
    expect(await see('save')).toBeDisabled();
    await fill('settings-name', 'Minas Patisia');
    expect(screen.getByTestId('save-state')).toHaveTextContent('Not saved');
    expect(of('change_shop')).toEqual([]);
    await tap('save');
    await waitFor(() => expect(screen.getByTestId('save-state')).toHaveTextContent('Saved'));
    expect(of('change_shop')[0]?.request).toMatchObject({ name: 'Minas Patisia', tax_id: '123456783' });
  });

  test('ask before typed words are lost, in the section and on the way out', async () => {
    await open('shop');
    await fill('settings-name', 'Minas Patisia');
    await tap('section-about');
    await tap('unsaved-stay');
    expect(await see('settings-name')).toHaveValue('Minas Patisia');
    await tap('rail-receipts');
    await tap('unsaved-drop');
    await see('receipts');
    await tap('rail-settings');
    await tap('section-about');
    await see('about');
  });

  test('draw the receipt while it is written', async () => {
    await open('receipt');
    await fill('footer', 'Open until nine');
    await waitFor(() => expect(screen.getByTestId('receipt-paper')).toHaveTextContent('Open until nine'));
    await tap('barcode');
    await gone('paper-barcode');
  });

  test('test the printer that is kept, not the one that is typed', async () => {
    const { of } = await open('printer');
    await fill('printer-host', '10.0.0.9');
    expect(screen.getByTestId('test-print')).toBeDisabled();
    await tap('save');
    await waitFor(() => expect(screen.getByTestId('test-print')).toBeEnabled());
    await tap('test-print');
    await waitFor(() => expect(screen.getByTestId('test-state')).toHaveTextContent('printed'));
    expect(of('change_printer')[0]?.request).toMatchObject({
      printer: { connection: { kind: 'network', host: '10.0.0.9', port: 9100 } },
    });
  });

  test('change the look at once', async () => {
    const { of } = await open('register');
    await fireEvent.click(await see('look-theme-dark'));
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
    expect(of('change_look')).toHaveLength(1);
  });

  test('take a new key by pressing it, and refuse one that does something else', async () => {
    const { of } = await open('keys');
    await tap('key-park');
    key('F9');
    expect(await see('key-fault')).toHaveTextContent('F9');
    key('F3');
    await waitFor(() =>
      expect(of('change_look')[0]?.request).toMatchObject({ look: { keys: { park: 'F3' } } }),
    );
    await tap('usual-keys');
    await waitFor(() => expect(of('change_look')[1]?.request).toMatchObject({ look: { keys: {} } }));
  });

  test('add somebody, and let them go', async () => {
    const { of } = await open('people');
    await tap('add-person');
    await fill('person-name', 'Nikos');
    await fill('person-pin', '1357');
    await fill('person-pin-again', '1357');
    await tap('person-save');
    await waitFor(() => expect(screen.getAllByTestId('person')).toHaveLength(4));
    await tap('remove-person');
    await tap('remove-yes');
    await waitFor(() => expect(of('remove_staff')).toHaveLength(1));
    await tap('new-code');
    expect(await see('recovery-code')).toHaveTextContent('T4MB');
  });
});
