// What several pictures begin with, and how they are acted.

export const eur = (minor) => ({ minor, currency: 'EUR' });

export const SOLD = {
  order: 'order-0',
  document: 'document-0',
  number: 'A-1042',
  total: eur(2880),
  tendered: eur(4000),
  change: eur(1120),
  tenders: [{ kind: 'cash', amount: eur(2880) }],
  at_ms: 0,
};
const DENOMINATIONS = [50000, 20000, 10000, 5000, 2000, 1000, 500, 200, 100, 50, 20, 10, 5, 2, 1];
export const SHIFT = {
  shift: 'shift-1',
  number: 12,
  opened_ms: Date.now() - 5_400_000,
  float: eur(15000),
  denominations: DENOMINATIONS.map(eur),
};
export const SIGNED_ON = { session: true, shift: SHIFT, lastSale: SOLD };
export const CART = [
  { line: 1, product: 'product-0', milli: 1000 },
  { line: 2, product: 'product-6', milli: 1000 },
  { line: 3, product: 'product-3', milli: 2000, discount: 996 },
];

/** Types as a person does. */
export async function type(page, text) {
  await page.keyboard.type(text, { delay: 200 });
}

/** Types as a scanner does. */
export async function scan(page, code) {
  await page.waitForTimeout(200);
  await page.keyboard.type(code, { delay: 2 });
  await page.keyboard.press('Enter');
}

/** Waits until something is there. */
export const see = (page, testId) => page.getByTestId(testId).first().waitFor();
export const tap = (page, testId) => page.getByTestId(testId).first().click();
