// Error messages are templates: `{wanted}` is replaced by the refusal's parameter of that name, read by its shape.

import type { Money } from '$lib/bindings/kernel/Money';
import type { Quantity } from '$lib/bindings/kernel/Quantity';
import type { Refusal } from '$lib/bindings/kernel/Refusal';
import type { UnitPrice } from '$lib/bindings/kernel/UnitPrice';
import {
  formatMoney,
  formatQuantity,
  formatRate,
  formatTime,
  formatUnitPrice,
  type Reading,
} from '$lib/format';

export interface Words {
  readonly errors: Readonly<Record<string, string>>;
  /** Words for codes inside parameters, such as a permission's name. */
  readonly terms: Readonly<Record<string, string>>;
}

/** The cashier's sentence; where a code has none, the developer's sentence and the code. */
export function messageOf(refusal: Refusal, words: Words, reading: Reading): string {
  const template = words.errors[refusal.code];
  if (template === undefined) return `${refusal.text} (${refusal.code})`;
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    valueOf(name, refusal.params[name], words, reading),
  );
}

function valueOf(name: string, value: unknown, words: Words, reading: Reading): string {
  if (typeof value === 'number') return numberOf(name, value, reading);
  if (typeof value === 'string') return words.terms[value] ?? value;
  if (typeof value !== 'object' || value === null) return '–';
  if ('minor' in value) return formatMoney(value as Money, reading);
  if ('milli' in value) return formatQuantity(value as Quantity, reading);
  if ('milli_minor' in value) return formatUnitPrice(value as UnitPrice, reading);
  if ('kind' in value && 'value' in value) return valueOf(String(value.kind), value.value, words, reading);
  return '–';
}

function numberOf(name: string, value: number, reading: Reading): string {
  if (name.endsWith('_ms')) return formatTime(value);
  if (name.endsWith('rate')) return formatRate(value, reading);
  return new Intl.NumberFormat(reading.tag).format(value);
}
