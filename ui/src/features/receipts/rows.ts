// The list as it is drawn: receipts with a heading before each day.

import type { ReceiptRow } from '$lib/bindings/pos/ReceiptRow';
import type { TenderKind } from '$lib/bindings/contracts/TenderKind';

/** A row of the list: a day's heading, or a receipt. */
export type Row =
  | { readonly kind: 'day'; readonly key: string; readonly atMs: number }
  | { readonly kind: 'receipt'; readonly key: string; readonly receipt: ReceiptRow };

/** The receipts with a heading before each day. */
export function rowsOf(list: readonly ReceiptRow[]): Row[] {
  const rows: Row[] = [];
  let day = '';
  for (const receipt of list) {
    const its = new Date(receipt.at_ms).toDateString();
    if (its !== day) rows.push({ kind: 'day', key: its, atMs: receipt.at_ms });
    day = its;
    rows.push({ kind: 'receipt', key: receipt.document, receipt });
  }
  return rows;
}

/** How it was paid, in words. */
export function paidBy(tenders: readonly TenderKind[], words: Readonly<Record<TenderKind, string>>): string {
  return tenders.map((tender) => words[tender]).join(', ');
}
