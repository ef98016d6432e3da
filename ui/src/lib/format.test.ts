import { describe, expect, test } from 'vitest';
import {
  decimalMark,
  formatDay,
  formatMoney,
  formatNote,
  formatOff,
  formatQuantity,
  formatRate,
  formatSigned,
  formatTime,
  formatUnitPrice,
  stockOf,
  tagOf,
} from './format';

const greek = { tag: 'el-GR', exponent: 2 };
const english = { tag: 'en-GR', exponent: 2 };
const eur = (minor: number) => ({ minor, currency: 'EUR' });
/** Intl puts narrow and unbreakable spaces where people see a space. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('money', () => {
  test.each([
    [123450, '1.234,50 €', '€1,234.50'],
    [5, '0,05 €', '€0.05'],
    [0, '0,00 €', '€0.00'],
    [-120, '\u22121,20 €', '\u2212€1.20'],
    [9007199254740991, '90.071.992.547.409,91 €', '€90,071,992,547,409.91'],
  ])('%i cents', (minor, el, en) => {
    expect(plain(formatMoney(eur(minor), greek))).toBe(el);
    expect(plain(formatMoney(eur(minor), english))).toBe(en);
  });

  test('has the decimals of its currency, not of the habit', () => {
    expect(plain(formatMoney({ minor: 1500, currency: 'JPY' }, { tag: 'en', exponent: 0 }))).toBe('¥1,500');
    expect(plain(formatMoney({ minor: 1500, currency: 'KWD' }, { tag: 'en', exponent: 3 }))).toBe(
      'KWD 1.500',
    );
  });

  test('over and short carry their sign, and exact none', () => {
    expect([524, -524, 0].map((minor) => plain(formatSigned(eur(minor), greek)))).toEqual([
      '+5,24 €',
      '\u22125,24 €',
      '0,00 €',
    ]);
  });

  test('a discount is what goes off', () => {
    expect(plain(formatOff(eur(996), greek))).toBe('\u22129,96 €');
  });

  test('a note shows its face', () => {
    expect([50000, 46050, 120000].map((minor) => formatNote(eur(minor), greek))).toEqual([
      '500',
      '460,50',
      '1.200',
    ]);
  });

  test('a unit price shows fractions of a cent only where it has some', () => {
    expect(plain(formatUnitPrice({ milli_minor: 211_900, currency: 'EUR' }, greek))).toBe('2,119 €');
    expect(plain(formatUnitPrice({ milli_minor: 1_990_000, currency: 'EUR' }, greek))).toBe('19,90 €');
  });
});

test('pieces are bare, other units are named', () => {
  expect(formatQuantity({ milli: 2000, unit: 'ea' }, greek)).toBe('2');
  expect(formatQuantity({ milli: 1235, unit: 'kg' }, greek)).toBe('1,235 kg');
});

test('a rate is in parts per million', () => {
  expect(plain(formatRate(240_000, greek))).toBe('24 %');
  expect(plain(formatRate(65_000, greek))).toBe('6,5 %');
});

test('midnight is 00 and not 24', () => {
  expect(formatTime(new Date(2026, 0, 1, 0, 5).getTime())).toBe('00:05');
});

test('the decimal mark is the language’s', () => {
  expect([decimalMark(greek), decimalMark(english)]).toEqual([',', '.']);
});

test('a country that Intl does not know leaves the language', () => {
  expect([tagOf('el', 'GR'), tagOf('en', 'not a country'), tagOf('en', undefined)]).toEqual([
    'el-GR',
    'en',
    'en',
  ]);
});

test('stock is worth a word only when it is low', () => {
  const pieces = (count: number) => stockOf({ milli: count * 1000, unit: 'ea' });
  expect([stockOf(null), pieces(9), pieces(2), pieces(0), pieces(-1)]).toEqual([
    'untracked',
    'plenty',
    'low',
    'none',
    'none',
  ]);
});

test('Arabic reads with the digits of the keys and the days of the receipts', () => {
  const arabic = { tag: tagOf('ar', 'SA'), exponent: 2 };
  expect(formatMoney(eur(-123450), arabic)).toContain('1,234.50');
  expect(formatTime(0)).toMatch(/^\d\d:\d\d$/);
  expect(formatDay(0, arabic)).toContain('1 يناير');
  expect(formatRate(245_000, arabic)).toBe('\u206624.5\u202f%\u2069');
  expect(tagOf('ar', 'no country')).toBe('ar-u-ca-gregory-nu-latn');
});
