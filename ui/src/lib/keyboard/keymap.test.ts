import { afterEach, describe, expect, test } from 'vitest';
import { look } from '$lib/look.svelte';
import { actionOf, actions, conflictOf, hint, isFree, keyName, keyOf, usualKeys } from './keymap';

const usual = look.kept;
afterEach(() => look.take(usual));

const pressed = (init: KeyboardEventInit) => keyName(new KeyboardEvent('keydown', init));

describe('the key map', () => {
  test('gives every action a key of its own, and none that a web view needs', () => {
    const keys = actions.map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !isFree(key))).toEqual([]);
    for (const key of ['F5', 'F7', 'F10', 'F11', 'Enter', 'Tab', 'Escape', '7', 'a'])
      expect(isFree(key)).toBe(false);
  });

  test('follows what the register chose', () => {
    look.take({ ...usual, keys: { pay_card: 'F3' } });
    expect(actionOf('F3')).toBe('pay_card');
    expect(actionOf('F8')).toBeNull();
    expect(hint('pay_card')).toBe('F3');
    expect(conflictOf('search', 'F3')).toBe('pay_card');
    expect(conflictOf('pay_card', 'F3')).toBeNull();
  });

  test('names a chord by its place on the keyboard, whatever letters are on it', () => {
    expect(pressed({ key: 'δ', code: 'KeyD', ctrlKey: true })).toBe(usualKeys.discount_order);
    expect(pressed({ key: 'Delete', code: 'Delete', ctrlKey: true })).toBe(usualKeys.cancel_order);
    expect(pressed({ key: 'F9', code: 'F9', shiftKey: true })).toBe('Shift+F9');
  });

  test('writes hints as keyboards do', () => {
    expect(hint('void_line')).toBe('Del');
    expect(hint('cancel_order')).toBe('Ctrl Del');
    expect(hint('quantity_up')).toBe('+');
  });
});
