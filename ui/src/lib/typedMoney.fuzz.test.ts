// Whatever is typed: the exact amount, a question between exact amounts, or a refusal; never a guess.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tries } from '../../test/fuzz';
import { formatMoney, plainMoney } from './format';
import { typedMoney, typedQuantity, typedRate, type Typed } from './typedMoney';

interface Text {
  readonly text: string;
  readonly exponent: number;
  /** One reading is the amount, several are asked about, null is refused. */
  readonly typed: readonly number[] | null;
}

const texts = JSON.parse(readFileSync('../tests/fixtures/money/texts.json', 'utf8')) as readonly Text[];

const CURRENCIES: Readonly<Record<number, string>> = { 0: 'JPY', 2: 'EUR', 3: 'KWD', 4: 'CLF' };
const exponent = fc.constantFrom(0, 2, 3, 4);
const minor = fc.oneof(
  fc.maxSafeNat(),
  fc.nat(100_000),
  fc.constantFrom(0, 1, 99, 999, 1000, 999_999, Number.MAX_SAFE_INTEGER),
);
const tag = fc.constantFrom(
  'el-GR',
  'en-US',
  'en-CA',
  'ar-u-ca-gregory-nu-latn',
  'ar-EG-u-nu-arab',
  'de-DE',
  'fr-FR',
);

function readings(typed: Typed<{ minor: number }>): number[] {
  if (typed.kind === 'value') return [typed.value.minor];
  return typed.kind === 'ambiguous' ? typed.readings.map((reading) => reading.minor) : [];
}

describe('typed money', () => {
  test.each(texts)('$text with $exponent decimals reads as $typed', ({ text, exponent: places, typed }) => {
    const told = typedMoney(text, CURRENCIES[places] ?? 'EUR', places);
    expect(readings(told)).toEqual(typed ?? []);
    expect(told.kind === 'value').toBe(typed?.length === 1 && told.kind !== 'ambiguous');
  });

  test('is exact or refused, whatever it is', () => {
    const character = fc.constantFrom(...'0123456789.,\u066b\u066c \u00a0-+e\u0663\u06f5\u200f€x');
    const text = fc.oneof(
      fc.string({ unit: character, maxLength: 24 }),
      fc.string(),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, exponent, (typed, places) => {
        for (const amount of readings(typedMoney(typed, 'EUR', places))) {
          expect(Number.isSafeInteger(amount) && amount >= 0, `${amount}`).toBe(true);
          expect(possible(typed, places)).toContain(BigInt(amount));
        }
        typedQuantity(typed);
        typedRate(typed);
      }),
      tries(2_000),
    );
  });

  test('is what was formatted, in every language and with every number of decimals', () => {
    fc.assert(
      fc.property(minor, exponent, tag, (amount, places, language) => {
        const money = { minor: amount, currency: CURRENCIES[places] ?? 'EUR' };
        const reading = { tag: language, exponent: places };
        for (const text of [plainMoney(money, reading), bare(formatMoney(money, reading))]) {
          expect(readings(typedMoney(text, money.currency, places)), text).toContain(amount);
        }
      }),
      tries(1_000),
    );
  });
});

/** Every amount that the digits could mean: all of them whole, or those behind one of the marks decimals. */
function possible(text: string, places: number): bigint[] {
  const western = [...text].map((each) => {
    const at = '\u0660\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669'.indexOf(each);
    const persian = '\u06f0\u06f1\u06f2\u06f3\u06f4\u06f5\u06f6\u06f7\u06f8\u06f9'.indexOf(each);
    return at >= 0 ? String(at) : persian >= 0 ? String(persian) : each;
  });
  const kept = western.filter((each) => /[0-9.,\u066b\u066c]/.test(each)).join('');
  const digits = (part: string) => part.replace(/[^0-9]/g, '');
  const scale = 10n ** BigInt(places);
  const found = [BigInt(digits(kept) || '0') * scale];
  for (const [at] of [...kept].entries()) {
    if (/[0-9]/.test(kept[at] ?? '')) continue;
    const fraction = digits(kept.slice(at)).replace(/0+$/, '');
    if (fraction.length > places) continue;
    found.push(
      BigInt(digits(kept.slice(0, at)) || '0') * scale + BigInt(fraction.padEnd(places, '0') || '0'),
    );
  }
  return found;
}

/** An amount without its currency, from its first digit to its last, as somebody copies it from a label. */
function bare(text: string): string {
  return /[0-9\u0660-\u0669](.*[0-9\u0660-\u0669])?/.exec(text)?.[0] ?? '';
}
