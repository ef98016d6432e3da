// A counter has no network: every letter that the window writes is in a font that comes with the program.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { dictionaries, languages } from '../src/lib/i18n/i18n.svelte';
import { textsOf } from './dictionary';

const ROOT = resolve(import.meta.dirname, '..');
const css = ['src/fonts.css', 'node_modules/@fontsource-variable/inter/wght.css'].map((path) =>
  readFileSync(resolve(ROOT, path), 'utf8'),
);

/** First and last code point of every range that a font is declared for. */
const ranges = css
  .flatMap((text) => [...text.matchAll(/unicode-range:([^;]+);/g)].flatMap((match) => match[1]!.split(',')))
  .map((range) => range.trim().replace('U+', '').split('-'))
  .map(([first, last]) => [parseInt(first!, 16), parseInt(last ?? first!, 16)] as const);

/** Marks that steer and spaces have no shape. */
const SHAPELESS = /[\p{Cf}\p{Zs}\n]/u;

const isDrawn = (letter: string) =>
  SHAPELESS.test(letter) ||
  ranges.some(([first, last]) => first <= letter.codePointAt(0)! && letter.codePointAt(0)! <= last);

test.each(languages)('every letter of the words in %s', (language) => {
  const letters = new Set(textsOf(dictionaries[language]).flatMap((text) => Array.from(text)));
  expect([...letters].filter((letter) => !isDrawn(letter))).toEqual([]);
});

test('the signs of money, and a letter that no font has', () => {
  expect(Array.from('€£$−×·…').filter((letter) => !isDrawn(letter))).toEqual([]);
  expect(isDrawn('漢')).toBe(false);
});

test('every font comes with the program', () => {
  const addresses = css.flatMap((text) =>
    [...text.matchAll(/url\(['"]?([^'")]+)/g)].map((match) => match[1]!),
  );
  expect(addresses.length).toBeGreaterThan(5);
  expect(addresses.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([]);
});
