// The cart as it is shown: lines and unknown codes in the order in which they came.

import type { LineNumber } from '$lib/bindings/kernel/LineNumber';
import type { CartLineView } from '$lib/bindings/pos/CartLineView';
import type { UnknownScan } from './unknown.svelte';

export type Row =
  | { readonly kind: 'line'; readonly key: string; readonly line: CartLineView }
  | { readonly kind: 'unknown'; readonly key: string; readonly scan: UnknownScan };

export function rowsOf(lines: readonly CartLineView[], scans: readonly UnknownScan[]): Row[] {
  const places = [
    ...lines.map((line) => ({ at: line.line, row: lineRow(line) })),
    ...scans.map((scan) => ({ at: scan.after, row: unknownRow(scan) })),
  ];
  // The sort is stable and lines come first, so a code follows the line that it came after.
  return places.sort((one, other) => one.at - other.at).map(({ row }) => row);
}

function lineRow(line: CartLineView): Row {
  return { kind: 'line', key: `line ${line.line}`, line };
}

function unknownRow(scan: UnknownScan): Row {
  return { kind: 'unknown', key: `unknown ${scan.id}`, scan };
}

/** The line that a tile made or raised: the newest that sells the product. */
export function lineOf(lines: readonly CartLineView[], product: string): LineNumber | null {
  return lines.findLast((line) => line.product === product)?.line ?? null;
}
