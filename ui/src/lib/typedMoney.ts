// Amounts and quantities as people type them. Both `,` and `.` are decimal marks, whatever the language: a numeric
// pad has only one of them. Three digits after a single mark could be thousands, so nobody guesses: we ask.

import type { Currency } from '$lib/bindings/kernel/Currency';
import type { Money } from '$lib/bindings/kernel/Money';
import type { Rate } from '$lib/bindings/kernel/Rate';
import type { UnitPrice } from '$lib/bindings/kernel/UnitPrice';
import { typedDigit } from '$lib/keyboard/physical';

export type Typed<T> =
  | { readonly kind: 'empty' }
  | { readonly kind: 'invalid' }
  | { readonly kind: 'value'; readonly value: T }
  /** It reads in more than one way, or in one that nobody types: the person chooses. */
  | { readonly kind: 'ambiguous'; readonly readings: readonly T[] };

const QUANTITY_PLACES = 3;
/** A rate counts parts per million: ten thousand are one per cent. */
const RATE_PERCENT_PLACES = 4;
const WHOLE_RATE = 1_000_000;
/** A unit price counts thousandths of a minor unit. */
const MILLI = 1_000;
/** The most that one line may hold; more is a barcode in the wrong field. */
const MOST_MILLI = 99_999_000;

export function typedMoney(text: string, currency: Currency, exponent: number): Typed<Money> {
  return map(parse(text, exponent), (minor) => ({ minor, currency }));
}

/** The price of one unit, in whole minor units. */
export function typedUnitPrice(text: string, currency: Currency, exponent: number): Typed<UnitPrice> {
  return map(parse(text, exponent), (minor) => ({ milli_minor: minor * MILLI, currency }));
}

/** A percentage above 0 and up to 100. */
export function typedRate(text: string): Typed<Rate> {
  const typed = parse(text.replace(/%/g, ''), RATE_PERCENT_PLACES);
  const fits = typed.kind !== 'value' || (typed.value > 0 && typed.value <= WHOLE_RATE);
  return fits ? typed : { kind: 'invalid' };
}

/** The rate of so many whole per cent. */
export function wholePercent(percent: number): Rate {
  return percent * 10 ** RATE_PERCENT_PLACES;
}

/** How many times a coin or note was counted, in money; null beyond what a number holds exactly. */
export function worthOf(value: Money, pieces: number): Money | null {
  const minor = value.minor * pieces;
  return Number.isSafeInteger(minor) ? { ...value, minor } : null;
}

/** The sum of counted coins and notes: whole minor units throughout, so nothing is ever rounded. */
export function sumOfPieces(counted: readonly Counted[], currency: Currency): Money | null {
  let minor = 0;
  for (const { value, pieces } of counted) {
    minor += value.minor * pieces;
    if (!Number.isSafeInteger(minor)) return null;
  }
  return { minor, currency };
}

/** A coin or note, and how many of it. */
export interface Counted {
  readonly value: Money;
  readonly pieces: number;
}

/** Thousandths of a unit. */
export function typedQuantity(text: string): Typed<number> {
  const typed = parse(text, QUANTITY_PLACES);
  const fits = typed.kind !== 'value' || (typed.value > 0 && typed.value <= MOST_MILLI);
  return fits ? typed : { kind: 'invalid' };
}

function parse(text: string, places: number): Typed<number> {
  const plain = western(text).replace(/[\s\u00a0\u202f]/g, '');
  if (plain === '') return { kind: 'empty' };
  if (!/^[0-9.,]+$/.test(plain) || !/[0-9]/.test(plain)) return { kind: 'invalid' };
  const marks = plain.replace(/[0-9]/g, '');
  if (marks.length === 0) return value(scaled(plain, '', places));
  if (marks.length === 1) return oneMark(plain, marks, places);
  return manyMarks(plain, marks, places);
}

/** Arabic and Persian keyboards have digits and marks of their own. */
function western(text: string): string {
  const digits = text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => typedDigit(digit) ?? digit);
  return digits.replace(/\u066b/g, ',').replace(/\u066c/g, '.');
}

function oneMark(text: string, mark: string, places: number): Typed<number> {
  const [whole = '', fraction = ''] = text.split(mark);
  const asDecimal = scaled(whole || '0', fraction, places);
  if (fraction.length !== 3 || !isLeadingGroup(whole)) return value(asDecimal);
  const asThousands = scaled(whole + fraction, '', places);
  const readings = [asThousands, asDecimal].filter((reading) => reading !== null);
  return readings.length === 0 ? { kind: 'invalid' } : { kind: 'ambiguous', readings };
}

/** `1.234.567` groups; `1.234,50` groups and ends in decimals; anything else is a slip. */
function manyMarks(text: string, marks: string, places: number): Typed<number> {
  const last = marks.at(-1) ?? '';
  const grouping = marks[0] ?? '';
  const sameThroughout = marks === grouping.repeat(marks.length);
  const groupsThenDecimal = last !== grouping && marks.slice(0, -1) === grouping.repeat(marks.length - 1);
  if (!sameThroughout && !groupsThenDecimal) return { kind: 'invalid' };
  const cut = sameThroughout ? text.length : text.lastIndexOf(last);
  const [first = '', ...groups] = text.slice(0, cut).split(grouping);
  if (!isLeadingGroup(first) || !groups.every((group) => group.length === 3)) return { kind: 'invalid' };
  return value(scaled(first + groups.join(''), text.slice(cut + 1), places));
}

function isLeadingGroup(whole: string): boolean {
  return /^[1-9][0-9]{0,2}$/.test(whole);
}

/** The whole number that the digits make with exactly `places` decimals; null where they do not fit. */
function scaled(whole: string, fraction: string, places: number): number | null {
  if (/[1-9]/.test(fraction.slice(places))) return null;
  const digits = whole + fraction.slice(0, places).padEnd(places, '0');
  const result = Number(digits);
  return Number.isSafeInteger(result) ? result : null;
}

function value(result: number | null): Typed<number> {
  return result === null ? { kind: 'invalid' } : { kind: 'value', value: result };
}

function map<A, B>(typed: Typed<A>, make: (value: A) => B): Typed<B> {
  if (typed.kind === 'value') return { kind: 'value', value: make(typed.value) };
  if (typed.kind === 'ambiguous') return { kind: 'ambiguous', readings: typed.readings.map(make) };
  return typed;
}
