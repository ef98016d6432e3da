// The cart as it is shown: lines and unknown codes in the order in which they came.

import type { LineNumber } from '$lib/bindings/kernel/LineNumber';
import type { CartLineView } from '$lib/bindings/pos/CartLineView';
import type { UnknownCode } from '$lib/bindings/pos/UnknownCode';

export type Row =
  | { readonly kind: 'line'; readonly key: string; readonly line: CartLineView }
  | { readonly kind: 'unknown'; readonly key: string; readonly code: UnknownCode };

/**
 * A row that reads as it did before is the same object as before, so that a scan draws its own line and no other: each
 * answer brings the whole cart anew.
 */
export class Rows {
  #known: ReadonlyMap<string, { readonly row: Row; readonly written: string }> = new Map();

  of(lines: readonly CartLineView[], codes: readonly UnknownCode[]): Row[] {
    const known = rowsOf(lines, codes).map((row) => {
      const written = JSON.stringify(row);
      const before = this.#known.get(row.key);
      return before?.written === written ? before : { row, written };
    });
    this.#known = new Map(known.map((each) => [each.row.key, each]));
    return known.map(({ row }) => row);
  }
}

function rowsOf(lines: readonly CartLineView[], codes: readonly UnknownCode[]): Row[] {
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
