// A receipt that was never issued, to show what one looks like.

import type { ReceiptView } from '$lib/bindings/pos/ReceiptView';
import type { SettingsView } from '$lib/bindings/pos/SettingsView';
import type { Language } from '$lib/bindings/store/Language';

interface Shown {
  readonly view: SettingsView;
  readonly footer: readonly string[];
  readonly currency: string;
  readonly language: Language;
  readonly operator: string;
  readonly product: string;
}

/** One product at ten, with a tax of nothing: the amounts stand for themselves. */
export function sample({ view, footer, currency, language, operator, product }: Shown): ReceiptView {
  const money = (minor: number) => ({ minor, currency });
  const ten = money(1_000);
  return {
    document: 'sample',
    order: 'sample',
    document_type: 'sale',
    number: 'A-1',
    other_number: null,
    at_ms: Date.now(),
    languages: [language],
    seller: { name: view.name, address: view.address, tax_id: view.tax_id },
    register: '1',
    operator,
    lines: [
      {
        name: product,
        sku: '1',
        quantity: { milli: 1_000, unit: 'ea' },
        unit_price: { milli_minor: 1_000_000, currency },
        amount: ten,
        discount: money(0),
        line_total: ten,
        tax_letter: 'A',
        note: null,
      },
    ],
    subtotal: ten,
    discount: money(0),
    taxes: [],
    tax_included: true,
    total: ten,
    tenders: [{ kind: 'cash', amount: ten, tendered: ten, change: money(0), detail: null }],
    change: money(0),
    marks: [],
    fiscal_mark: null,
    fiscal_qr: null,
    copies: 0,
    note: null,
    footer: [...footer],
    can_reverse: false,
  };
}
