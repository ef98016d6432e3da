import { describe, expect, test } from 'vitest';
import { errorCodes } from '$lib/bindings/errorCodes';
import { tagOf } from '$lib/format';
import { faultsOf } from '../../../test/dictionary';
import { dictionaries, languages, type Language } from './i18n.svelte';
import { messageOf } from './message';

/** Without the marks that only steer the direction of writing. */
const plain = (text: string) =>
  text.replace(/\u00a0/g, ' ').replace(/[\u200e\u200f\u061c\u2066-\u2069]/g, '');
const codes = Object.keys(errorCodes);
const named = (text: string | undefined) =>
  [...(text ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
/** Letters that a translation cannot do without. */
const scripts: Record<Language, RegExp | null> = {
  en: null,
  el: /\p{Script=Greek}/u,
  ar: /\p{Script=Arabic}/u,
};
const english: Readonly<Record<string, string>> = dictionaries.en.errors;

describe.each(languages)('in %s', (language) => {
  const words = dictionaries[language];
  const errors: Readonly<Record<string, string>> = words.errors;

  test('no words are missing, empty, untranslated or without their values', () => {
    expect(faultsOf(words, dictionaries.en, scripts[language])).toEqual([]);
  });

  test('every error code has a message', () => {
    expect(codes.filter((code) => !errors[code])).toEqual([]);
  });

  test('messages name the same values as in English', () => {
    const differ = codes.filter((code) => String(named(errors[code])) !== String(named(english[code])));
    expect(differ).toEqual([]);
  });

  test('parameters are read by their shape', () => {
    const reading = { tag: tagOf(language, 'GR'), exponent: 2 };
    const params = { expected: { minor: 120000, currency: 'EUR' }, total: { minor: 120, currency: 'EUR' } };
    const text = plain(messageOf({ code: 'ORD-015', params, text: '' }, words, reading));
    const [expected, total] = {
      en: ['€1,200.00', '€1.20'],
      el: ['1.200,00 €', '1,20 €'],
      ar: ['1,200.00 €', '1.20 €'],
    }[language];
    expect(text).toContain(expected);
    expect(text).toContain(total);
  });

  test('a limit inside a parameter is read too', () => {
    const params = {
      permission: 'discount',
      limit: { kind: 'discount_rate', value: 100_000 },
      asked: { kind: 'discount_rate', value: 250_000 },
    };
    const text = messageOf({ code: 'STF-002', params, text: '' }, words, { tag: 'en', exponent: 2 });
    expect(text).toContain('10\u202f%');
    expect(text).toContain(words.terms.discount);
  });

  test('an unknown code shows the developer’s sentence and the code', () => {
    const refusal = { code: 'NEW-001', params: {}, text: 'something new' };
    expect(messageOf(refusal, words, { tag: 'en', exponent: 2 })).toBe('something new (NEW-001)');
  });
});

test.each([
  ['a missing key', { title: undefined }, 'title: missing'],
  ['an empty text', { title: ' ' }, 'title: empty'],
  ['a text that is still English', { title: 'Receipts' }, 'title: not translated'],
  ['a value that is forgotten', { left: () => 'μένουν' }, 'left: forgets a value'],
  ['a value that is forgotten in a template', { error: 'Λάθος.' }, 'error: forgets a value'],
  ['words that English lacks', { more: 'Κι άλλα' }, 'more: English has no such words'],
])('%s is found', (_what, change, fault) => {
  const from = { title: 'Receipts', left: (count: string) => `${count} left`, error: 'Wrong {field}.' };
  const right = { title: 'Αποδείξεις', left: (count: string) => `μένουν ${count}`, error: 'Λάθος {field}.' };
  const forged = Object.fromEntries(
    Object.entries({ ...right, ...change }).filter(([, text]) => text !== undefined),
  );
  expect(faultsOf(right, from, scripts.el)).toEqual([]);
  expect(faultsOf(forged, from, scripts.el)).toEqual([fault]);
});
