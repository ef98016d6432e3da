// How amounts, quantities and times read in a language. Nothing here computes: amounts arrive computed and become
// text digit by digit, never by way of a fraction.

import type { Discount } from '$lib/bindings/contracts/Discount';
import type { Money } from '$lib/bindings/kernel/Money';
import type { Quantity } from '$lib/bindings/kernel/Quantity';
import type { Rate } from '$lib/bindings/kernel/Rate';
import type { UnitPrice } from '$lib/bindings/kernel/UnitPrice';

/** What a text depends on. */
export interface Reading {
  /** A BCP 47 tag that Intl knows, such as `el-GR`. */
  readonly tag: string;
  /** Decimals of the shop's minor unit. */
  readonly exponent: number;
}

/** Decimals of a rate in parts per million, as a percentage. */
const RATE_PERCENT_PLACES = 4;
const QUANTITY_PLACES = 3;
/** A unit price counts thousandths of a minor unit. */
const UNIT_PRICE_EXTRA_PLACES = 3;

/** A till shows the digits that are on its keys and the days that are on its receipts; Arabic has others of its own. */
const EXTENSIONS: Readonly<Record<string, string>> = { ar: '-u-ca-gregory-nu-latn' };

/** `language-COUNTRY` where Intl accepts it, else the language alone: settings and WebKit's "C" are not trusted. */
export function tagOf(language: string, country: string | undefined): string {
  const extension = EXTENSIONS[language] ?? '';
  try {
    return (
      Intl.getCanonicalLocales(`${language}-${country ?? ''}`.replace(/-$/, '') + extension)[0] ?? language
    );
  } catch {
    return language + extension;
  }
}

export function formatMoney(money: Money, reading: Reading): string {
  return minus(
    currency(money.currency, reading, reading.exponent).format(decimal(money.minor, reading.exponent)),
  );
}

/** An amount with its sign always shown, for over and short. */
export function formatSigned(money: Money, reading: Reading): string {
  const options = { signDisplay: 'exceptZero' } as const;
  return minus(
    currency(money.currency, reading, reading.exponent, options).format(
      decimal(money.minor, reading.exponent),
    ),
  );
}

/** A discount: what is taken off, with a minus before it. */
export function formatOff(money: Money, reading: Reading): string {
  return formatMoney({ ...money, minor: -money.minor }, reading);
}

/** What somebody takes off: a share or an amount, with a minus before it. */
export function formatDiscount(discount: Discount, reading: Reading): string {
  if (discount.kind === 'amount') return formatOff(discount.amount, reading);
  return leftToRight(`\u2212${formatRate(discount.rate, reading)}`, reading);
}

/** A note's face: no currency, and decimals only where it has some. */
export function formatNote(money: Money, reading: Reading): string {
  const text = decimal(money.minor, reading.exponent);
  const whole = !/[1-9]/.test(text.split('.')[1] ?? '');
  const places = whole ? 0 : reading.exponent;
  return number(reading, { minimumFractionDigits: places, maximumFractionDigits: places }).format(text);
}

/** An amount as somebody would type it: no currency, no grouping. */
export function plainMoney(money: Money, reading: Reading): string {
  const places = { minimumFractionDigits: reading.exponent, maximumFractionDigits: reading.exponent };
  return number(reading, { useGrouping: false, ...places }).format(decimal(money.minor, reading.exponent));
}

export function formatUnitPrice(price: UnitPrice, reading: Reading): string {
  const most = reading.exponent + UNIT_PRICE_EXTRA_PLACES;
  return currency(price.currency, reading, most).format(decimal(price.milli_minor, most));
}

/** Pieces as a bare number, everything else with its unit. */
export function formatQuantity(quantity: Quantity, reading: Reading): string {
  const text = number(reading, { maximumFractionDigits: QUANTITY_PLACES }).format(
    decimal(quantity.milli, QUANTITY_PLACES),
  );
  return quantity.unit === 'ea' ? text : `${text} ${quantity.unit}`;
}

export function formatRate(rate: Rate, reading: Reading): string {
  const text = number(reading, { maximumFractionDigits: RATE_PERCENT_PLACES }).format(
    decimal(rate, RATE_PERCENT_PLACES),
  );
  return leftToRight(`${text}\u202f%`, reading);
}

/** Hours and minutes read alike in all our languages; the first date that Intl formats costs a start ten milliseconds. */
export function formatTime(ms: number): string {
  const time = new Date(ms);
  return [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
}

/** How long ago, in the largest unit that fits: minutes, hours, days. */
export function formatAgo(ms: number, nowMs: number, reading: Reading): string {
  const minutes = Math.max(0, Math.floor((nowMs - ms) / 60_000));
  const ago = new Intl.RelativeTimeFormat(reading.tag, { numeric: 'auto', style: 'short' });
  if (minutes < 60) return ago.format(-minutes, 'minute');
  if (minutes < 24 * 60) return ago.format(-Math.floor(minutes / 60), 'hour');
  return ago.format(-Math.floor(minutes / (24 * 60)), 'day');
}

export function formatDay(ms: number, reading: Reading): string {
  return date(reading, { weekday: 'short', day: 'numeric', month: 'short' }).format(ms);
}

/** The mark before the decimals, for the key that types it. */
export function decimalMark(reading: Reading): string {
  return partOf('decimal', number(reading, { minimumFractionDigits: 1 }), '.');
}

export function currencySign(code: string, reading: Reading): string {
  return partOf('currency', currency(code, reading, reading.exponent), code);
}

function partOf(type: string, formatter: Intl.NumberFormat, fallback: string): string {
  return formatter.formatToParts(0).find((part) => part.type === type)?.value ?? fallback;
}

export function isZero(money: Money): boolean {
  return money.minor === 0;
}

export function isSameMoney(one: Money, other: Money): boolean {
  return one.minor === other.minor && one.currency === other.currency;
}

export function isNegative(money: Money): boolean {
  return money.minor < 0;
}

/** What is left to sell, as a tile tells it. */
export type Stock = 'untracked' | 'plenty' | 'low' | 'none';

/** At most this many thousandths of a unit are worth a word. */
const LOW_STOCK_MILLI = 3_000;

export function stockOf(available: Quantity | null): Stock {
  if (!available) return 'untracked';
  if (available.milli <= 0) return 'none';
  return available.milli <= LOW_STOCK_MILLI ? 'low' : 'plenty';
}

export function isPriceChanged(listed: UnitPrice, charged: UnitPrice): boolean {
  return listed.milli_minor !== charged.milli_minor;
}

/** Whether a line sells exactly one piece, so that its price needs no second mention. */
export function isSinglePiece(quantity: Quantity): boolean {
  return quantity.unit === 'ea' && quantity.milli === 1_000;
}

/** Keeps a sign before its number where the line runs the other way; amounts have Intl's own marks. */
function leftToRight(text: string, reading: Reading): string {
  return reading.tag.startsWith('ar') ? `\u2066${text}\u2069` : text;
}

/** A minus as wide as a digit; Intl gives a hyphen in most languages. */
function minus(text: string): string {
  return text.replace('-', '\u2212');
}

/** A whole number with the decimal point put in: 123456 with 2 places is "1234.56". */
function decimal(value: number, places: number): Intl.StringNumericLiteral {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  const sign = value < 0 ? '-' : '';
  const text = places === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-places)}`;
  return text as Intl.StringNumericLiteral;
}

function currency(code: string, reading: Reading, most: number, extra: Intl.NumberFormatOptions = {}) {
  return number(reading, {
    style: 'currency',
    currency: code,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: reading.exponent,
    maximumFractionDigits: most,
    ...extra,
  });
}

// Making a formatter costs a hundred times its use, and a page of tiles uses sixty.
const numbers = new Map<string, Intl.NumberFormat>();
const dates = new Map<string, Intl.DateTimeFormat>();

function number(reading: Reading, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = reading.tag + JSON.stringify(options);
  let made = numbers.get(key);
  if (!made)
    numbers.set(key, (made = new Intl.NumberFormat(reading.tag, { useGrouping: 'always', ...options })));
  return made;
}

function date(reading: Reading, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = reading.tag + JSON.stringify(options);
  let made = dates.get(key);
  if (!made) dates.set(key, (made = new Intl.DateTimeFormat(reading.tag, options)));
  return made;
}
