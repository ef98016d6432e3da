import { describe, expect, test } from 'vitest';
import { errorCodes } from '$lib/bindings/errorCodes';
import { dictionaries } from './i18n.svelte';
import { messageOf } from './message';

const codes = Object.keys(errorCodes);
const named = (text: string | undefined) =>
  [...(text ?? '').matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();
const english: Readonly<Record<string, string>> = dictionaries.en.errors;

describe.each(Object.entries(dictionaries))('in %s', (language, words) => {
  const errors: Readonly<Record<string, string>> = words.errors;

  test('every error code has a message', () => {
    expect(codes.filter((code) => !errors[code])).toEqual([]);
  });

  test('messages name the same values as in English', () => {
    const differ = codes.filter((code) => String(named(errors[code])) !== String(named(english[code])));
    expect(differ).toEqual([]);
  });

  test('parameters are read by their shape', () => {
    const reading = { tag: `${language}-GR`, exponent: 2 };
    const params = { expected: { minor: 120000, currency: 'EUR' }, total: { minor: 120, currency: 'EUR' } };
    const text = messageOf({ code: 'ORD-015', params, text: '' }, words, reading).replace(/\u00a0/g, ' ');
    expect(text).toContain(language === 'el' ? '1.200,00 €' : '€1,200.00');
    expect(text).toContain(language === 'el' ? '1,20 €' : '€1.20');
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
