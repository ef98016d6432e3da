// Pictures of every screen, at both counter sizes, light and dark, in both languages: `npm run build && npm run shots`.
// They land in `ui/.shots`. CHROMIUM names the browser; Debian's is the default.

import { mkdir } from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 1024, height: 768 },
];
const OUT = new URL('../.shots/', import.meta.url);
const SOLD = {
  order: 'order-0',
  number: 'A-1042',
  total: eur(2880),
  tendered: eur(4000),
  change: eur(1120),
  tenders: [],
  at_ms: 0,
};
const SHIFT = { shift: 'shift-1', number: 12, opened_ms: Date.now() - 5_400_000, float: eur(15000) };
const SIGNED_ON = { session: true, shift: SHIFT, lastSale: SOLD };
const CART = [
  { line: 1, product: 'product-0', milli: 1000 },
  { line: 2, product: 'product-6', milli: 1000 },
  { line: 3, product: 'product-3', milli: 2000, discount: 996 },
];

const SCREENS = {
  'sign-on': [{}, async (page) => page.keyboard.type('12', { delay: 200 })],
  'sign-on-refused': [
    {},
    async (page) => {
      await page.keyboard.type('4321', { delay: 200 });
      await page.getByTestId('pin-enter').click();
      await page.getByTestId('sign-on-error').waitFor();
    },
  ],
  'open-shift': [{ session: true }, async (page) => page.keyboard.type('150', { delay: 200 })],
  'sell-empty': [SIGNED_ON],
  'sell-cart': [
    { ...SIGNED_ON, cart: CART },
    async (page) => {
      await scan(page, '5209999999990');
      await page.getByTestId('unknown-line').waitFor();
    },
  ],
  'sell-typed': [{ ...SIGNED_ON, cart: CART }, async (page) => page.keyboard.type('500', { delay: 200 })],
  'sell-unknown-asked': [
    { ...SIGNED_ON, cart: CART },
    async (page) => {
      await scan(page, '5209999999990');
      await page.getByTestId('unknown-line').waitFor();
      await page.keyboard.press('F9');
    },
  ],
  'sell-limit': [{ ...SIGNED_ON, cart: [...CART, { line: 4, product: 'product-10', milli: 1000 }] }],
  'sell-short': [
    { ...SIGNED_ON, cart: CART, short: true },
    async (page) => {
      await page.getByTestId('pay-exact').click();
      await page.getByTestId('line-short').waitFor();
    },
  ],
  'sell-unclean': [{ ...SIGNED_ON, uncleanStop: true }],
  'sell-cancel': [{ ...SIGNED_ON, cart: CART }, async (page) => page.getByTestId('cancel-order').click()],
  'cash-received': [
    { ...SIGNED_ON, cart: CART },
    async (page) => {
      await page.getByTestId('pay-other').click();
      await page.keyboard.type('500', { delay: 200 });
    },
  ],
  search: [
    { ...SIGNED_ON, cart: CART },
    async (page) => {
      await page.keyboard.press('F2');
      await page.getByTestId('search').fill('iphone');
      await page.getByTestId('result').first().waitFor();
    },
  ],
  'search-nothing': [
    SIGNED_ON,
    async (page) => {
      await page.keyboard.press('F2');
      await page.getByTestId('search').fill('xyz');
      await page.getByTestId('no-results').waitFor();
    },
  ],
  done: [
    { ...SIGNED_ON, cart: CART },
    async (page) => {
      await page.keyboard.type('500', { delay: 200 });
      await page.keyboard.press('F9');
      await page.getByTestId('change').waitFor();
    },
  ],
  'close-shift': [
    SIGNED_ON,
    async (page) => {
      await page.getByTestId('rail-shift').click();
      await page.keyboard.type('603,50', { delay: 200 });
    },
  ],
  'shift-closed': [
    SIGNED_ON,
    async (page) => {
      await page.getByTestId('rail-shift').click();
      await page.keyboard.type('603,50', { delay: 200 });
      await page.getByTestId('close-shift').click();
      await page.getByTestId('over-short').waitFor();
    },
  ],
  'no-shop': [{ noShop: true }],
};

const wanted = process.argv.slice(2);
const server = await preview({ preview: { port: 0, host: '127.0.0.1' } });
const url = server.resolvedUrls.local[0];
const register = await bundled();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});
await mkdir(OUT, { recursive: true });
for (const viewport of SIZES)
  for (const colorScheme of ['light', 'dark'])
    for (const language of ['en', 'el'])
      for (const [name, [options, act]] of Object.entries(SCREENS)) {
        const file = `${name}-${language}-${colorScheme}-${viewport.width}.png`;
        if (wanted.length > 0 && !wanted.every((part) => file.includes(part))) continue;
        await shoot({ viewport, colorScheme }, { language, ...options }, act, file);
      }
await browser.close();
await server.close();

async function shoot(looks, options, act, file) {
  const context = await browser.newContext({ ...looks, locale: 'en-GB', timezoneId: 'Europe/Athens' });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(file, error.message));
  await page.addInitScript(`${register}\npretend.install(${JSON.stringify(options)});`);
  await page.goto(url);
  await page
    .locator('header')
    .waitFor({ timeout: 5_000 })
    .catch(() => undefined);
  await page.evaluate(() => document.fonts.ready);
  await act?.(page);
  await page.waitForTimeout(250);
  await page.screenshot({ path: new URL(file, OUT).pathname });
  await context.close();
}

/** The pretend register as one script that defines `pretend`. */
async function bundled() {
  const entry = new URL('register/index.js', import.meta.url).pathname;
  const lib = { entry, name: 'pretend', formats: ['iife'] };
  const [made] = await build({ configFile: false, logLevel: 'warn', build: { write: false, lib } });
  return made.output[0].code;
}

/** Types as a scanner does. */
async function scan(page, code) {
  await page.waitForTimeout(200);
  await page.keyboard.type(code, { delay: 2 });
  await page.keyboard.press('Enter');
}

function eur(minor) {
  return { minor, currency: 'EUR' };
}
