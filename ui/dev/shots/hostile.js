// Names that nobody gives their goods. They may look as they like; prices, the total and the paying keys may not.

import { scan, see, SIGNED_ON, tap, type } from './steps.js';

const ZALGO = [...'Silicone case']
  .map((letter) => letter + '\u0301\u0323\u0489\u0327\u0308'.repeat(12))
  .join('');
const NAMES = {
  'product-0': 'Galaxy A55 '.repeat(900),
  'product-1': 'x'.repeat(10_000),
  'product-2': '\u202e00,0 € diap \u2067\u2066',
  'product-3': ZALGO,
  'product-4': 'غطاء شفاف 128GB (أسود) - 2 قطع',
  'product-5': '手机壳'.repeat(400),
  'product-6': '👩‍👩‍👧'.repeat(200),
  'product-7': 'One\nTwo\r\nThree\tFour\u2028Five',
  'product-8': '\u200b\u200b\ufeff',
  'product-9': '<img src=x onerror="document.title=1"><b>bold</b> {@html 1}',
};
const WORDS = `${'a note without end '.repeat(30)}\u202eevil`;
const line = (at, more = {}) => ({ line: at + 1, product: `product-${at}`, milli: 1000, ...more });
const STRANGE = Array.from({ length: 10 }, (_, at) => line(at, at % 3 === 0 ? { note: WORDS } : {}));
const MANY = Array.from({ length: 400 }, (_, at) => ({
  line: at + 1,
  product: `product-${at % 30}`,
  milli: 99_999_000,
}));
/** Beside what a number holds exactly. */
const MOST = [{ line: 1, product: 'product-0', milli: 1000, total: 9_007_199_254_740_991 }];
const UNKNOWN = [
  { unknown: 1, code: '\u202e' + '7'.repeat(126), after: 3 },
  { unknown: 2, code: ']C1' + '\u0301'.repeat(120), after: 10 },
];
const PARKED = [ZALGO, 'x'.repeat(40), '\u202eevil'].map((label, at) => ({
  order: `order-${at + 5}`,
  label,
  total: { minor: 9_007_199_254_740_991, currency: 'EUR' },
  lines: 500,
  first: NAMES['product-0'],
  parked_ms: Date.now(),
  operator: ZALGO,
}));
const HOSTILE = { ...SIGNED_ON, names: NAMES };

export const hostile = {
  'hostile-cart': [{ ...HOSTILE, cart: STRANGE, orderNote: WORDS, unknown: UNKNOWN }],
  'hostile-selected': [
    { ...HOSTILE, cart: STRANGE.slice(0, 4) },
    async (page) => {
      await page.getByTestId('cart-line').nth(3).getByRole('button').nth(1).click();
    },
  ],
  'hostile-many': [{ ...HOSTILE, cart: MANY }],
  'hostile-most': [{ ...HOSTILE, cart: MOST }],
  'hostile-search': [{ ...HOSTILE, cart: STRANGE.slice(2, 4) }, (page) => type(page, 'e')],
  'hostile-quantity': [
    { ...HOSTILE, cart: [STRANGE[0]] },
    async (page) => {
      await page.getByTestId('line-quantity').first().click();
      await see(page, 'quantity-dialog');
    },
  ],
  'hostile-unknown-asked': [
    { ...HOSTILE, cart: STRANGE.slice(0, 2), unknown: UNKNOWN },
    async (page) => {
      await page.keyboard.press('F9');
      await page.waitForTimeout(300);
    },
  ],
  'hostile-parked': [
    { ...HOSTILE, cart: STRANGE.slice(0, 1), parked: PARKED },
    async (page) => {
      await tap(page, 'parked');
      await page.waitForTimeout(300);
    },
  ],
  'hostile-scan': [HOSTILE, (page) => scan(page, '5201234567802')],
};
