// The cart as it is shown: lines and unknown codes in the order in which they came.

import type { LineNumber } from '$lib/bindings/kernel/LineNumber';
import type { CartLineView } from '$lib/bindings/pos/CartLineView';
import type { UnknownCode } from '$lib/bindings/pos/UnknownCode';

export type Row =
  | { readonly kind: 'line'; readonly key: string; readonly line: CartLineView }
  | { readonly kind: 'unknown'; readonly key: string; readonly code: UnknownCode };

export function rowsOf(lines: readonly CartLineView[], codes: readonly UnknownCode[]): Row[] {
  const places = [
    ...lines.map((line) => ({ at: line.line, row: lineRow(line) })),
    ...codes.map((code) => ({ at: code.after, row: unknownRow(code) })),
  ];
  // The sort is stable and lines come first, so a code follows the line that it came after.
  return places.sort((one, other) => one.at - other.at).map(({ row }) => row);
}

function lineRow(line: CartLineView): Row {
  return { kind: 'line', key: `line ${line.line}`, line };
}

function unknownRow(code: UnknownCode): Row {
  return { kind: 'unknown', key: `unknown ${code.unknown}`, code };
}

/** The line that a tile made or raised: the newest that sells the product. */
export function lineOf(lines: readonly CartLineView[], product: string): LineNumber | null {
  return lines.findLast((line) => line.product === product)?.line ?? null;
}
