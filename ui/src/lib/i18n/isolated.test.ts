import { afterEach, expect, test } from 'vitest';
import { i18n } from './i18n.svelte';
import { isolated } from './isolated';

afterEach(() => i18n.forgetChoice());

test('a name that runs the other way stands by itself, and one that cannot stays plain', () => {
  i18n.choose('en');
  expect(isolated('Galaxy A55')).toBe('Galaxy A55');
  expect(isolated('Θήκη')).toBe('Θήκη');
  expect(isolated('غطاء شفاف')).toBe('\u2068غطاء شفاف\u2069');
  expect(isolated('\u202e00.1')).toBe('\u2068\u202e00.1\u2069');
  i18n.choose('ar');
  expect(isolated('Galaxy A55')).toBe('\u2068Galaxy A55\u2069');
});
