import { mockIPC } from '@tauri-apps/api/mocks';
import { beforeEach, describe, expect, test } from 'vitest';
import type { ShopView } from '$lib/bindings/pos/ShopView';
import type { Look } from '$lib/bindings/store/Look';
import { i18n } from '$lib/i18n/i18n.svelte';
import { look } from '$lib/look.svelte';

const USUAL: Look = {
  language: null,
  theme: 'system',
  text_scale_percent: 100,
  sounds: true,
  lock_after_minutes: null,
  keys: {},
};
const GREEK_SHOP = { country: 'GR', exponent: 2, language: 'el' } as ShopView;

beforeEach(() => {
  i18n.forgetChoice();
  look.take(USUAL);
});

function worn(): HTMLElement {
  const page = document.createElement('html');
  look.wear(page);
  return page;
}

describe('what the register keeps', () => {
  test('is put on the page: theme, text size, language and direction', () => {
    look.take({ ...USUAL, theme: 'dark', text_scale_percent: 175, language: 'ar' });
    const page = worn();
    expect(page.dataset['theme']).toBe('dark');
    expect(page.style.fontSize).toBe('175%');
    expect([page.lang, page.dir]).toEqual(['ar', 'rtl']);
  });

  test('folds the catalog from 150 percent on', () => {
    const folded = [100, 149, 150, 200].map((percent) => {
      look.take({ ...USUAL, text_scale_percent: percent });
      return look.folded;
    });
    expect(folded).toEqual([false, false, true, true]);
  });

  test('is changed at once, and asked of the register whole', async () => {
    const asked: unknown[] = [];
    mockIPC((command, args) => {
      const { request } = args as { request: { look: Look } };
      asked.push([command, request.look.sounds, request.look.theme]);
      return { look: request.look };
    });
    const answer = look.change({ sounds: false });
    expect(look.sounds).toBe(false);
    await answer;
    expect(asked).toEqual([['change_look', false, 'system']]);
  });

  test('comes back when the register refuses the change', async () => {
    mockIPC(() => {
      throw { code: 'STF-001', params: {}, text: 'not allowed' };
    });
    await expect(look.change({ theme: 'dark' })).rejects.toMatchObject({ code: 'STF-001' });
    expect(worn().dataset['theme']).toBe('light');
  });
});

describe('the language', () => {
  test('is the register’s, else the shop’s', () => {
    i18n.follow(GREEK_SHOP);
    expect(i18n.language).toBe('el');
    look.take({ ...USUAL, language: 'ar' });
    expect(i18n.language).toBe('ar');
  });

  test('that somebody chooses in the window counts there alone, until the register is told another', async () => {
    mockIPC((_, args) => ({ look: (args as { request: { look: Look } }).request.look }));
    i18n.follow(GREEK_SHOP);
    i18n.choose('ar');
    expect(i18n.language).toBe('ar');
    expect(localStorage.getItem('minas.language')).toBeNull();
    await look.change({ language: 'en' });
    expect(i18n.language).toBe('en');
  });
});
