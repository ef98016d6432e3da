// Pictures of every screen, at both counter sizes, light and dark, in every language, and some with larger text:
// `npm run shots [words that a picture's name must match]`. It builds the window for itself. Findings of axe and words
// that are cut make it fail.
//
// SHOTS_OUT names the folder (default `ui/.shots`), SHOTS_PORT the port, CHROMIUM the browser (default Debian's).

import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { build, preview } from 'vite';
import { accessFaults, cutFaults, orderFaults } from './shots/faults.js';
import { SCALED, SCREENS } from './shots/screens.js';

const ROOT = resolve(import.meta.dirname, '..');
const OUT = resolve(process.env.SHOTS_OUT ?? resolve(ROOT, '.shots'));
// SHOTS_HEIGHT is the window's height; a title bar and a task bar leave 696 of the usual 768.
const HEIGHT = Number(process.env.SHOTS_HEIGHT ?? 768);
const SIZES = [
  { width: 1366, height: HEIGHT },
  { width: 1024, height: HEIGHT },
];
const LANGUAGES = ['en', 'el', 'ar'];
const SCALES = [125, 150, 175, 200];

const GALLERY = {
  light: '',
  dark: 'theme=dark',
  greek: 'language=el&dialog',
  arabic: 'language=ar',
  'arabic-dark': 'language=ar&theme=dark&dialog',
  large: 'scale=200',
};

const wanted = process.argv.slice(2).map((part) => new RegExp(part));
const pictures = [...gallery(), ...plain(), ...scaled()].filter(({ file }) =>
  wanted.every((part) => part.test(file)),
);

await mkdir(OUT, { recursive: true });
await build({
  root: ROOT,
  logLevel: 'warn',
  build: {
    outDir: resolve(OUT, 'dist'),
    rolldownOptions: { input: [...new Set(pictures.map(({ page }) => resolve(ROOT, page)))] },
  },
});
const server = await preview({
  root: ROOT,
  build: { outDir: resolve(OUT, 'dist') },
  preview: { port: Number(process.env.SHOTS_PORT ?? 0), host: '127.0.0.1' },
});
const url = server.resolvedUrls.local[0];
const register = await bundled();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
});

let faults = 0;
for (const picture of pictures) {
  const found = await shoot(picture).catch((error) => [`not taken: ${error.message.split('\n')[0]}`]);
  for (const fault of found) console.error(`${picture.file}: ${fault}`);
  faults += found.length;
}
await browser.close();
await server.close();
console.log(`${pictures.length} pictures in ${OUT}, ${faults} faults`);
process.exit(faults === 0 ? 0 : 1);

function* plain() {
  for (const size of SIZES)
    for (const theme of ['light', 'dark'])
      for (const language of LANGUAGES)
        for (const name of Object.keys(SCREENS))
          yield {
            name,
            page: 'index.html',
            size,
            theme,
            language,
            scale: 100,
            file: `${name}-${language}-${theme}-${size.width}.png`,
          };
}

/** Every component, in each look. */
function* gallery() {
  for (const [look, address] of Object.entries(GALLERY))
    yield {
      name: 'gallery',
      page: 'gallery.html',
      address,
      size: { width: 1366, height: 2000 },
      theme: 'light',
      language: 'en',
      scale: 100,
      file: `gallery-${look}.png`,
    };
}

/** Larger text is looked at in the longest and in the mirrored language. */
function* scaled() {
  for (const size of SIZES)
    for (const language of ['el', 'ar'])
      for (const scale of SCALES)
        for (const name of SCALED) {
          const file = `${name}-${language}-light-${size.width}-scale${scale}.png`;
          yield { name, page: 'index.html', size, theme: 'light', language, scale, file };
        }
}

/** Takes one picture; answers what is wrong with the screen. */
async function shoot({ name, page: html, address = '', size, theme, language, scale, file }) {
  const [options, act] = SCREENS[name] ?? [{}];
  const looks = { viewport: size, colorScheme: theme, locale: 'en-GB', timezoneId: 'Europe/Athens' };
  const context = await browser.newContext(looks);
  context.setDefaultTimeout(10_000);
  try {
    const page = await context.newPage();
    const found = [];
    page.on('pageerror', (error) => found.push(`threw: ${error.message}`));
    const state = { language, ...options, look: { text_scale_percent: scale, ...options.look } };
    await page.addInitScript(`${register}\npretend.install(${JSON.stringify(state)});`);
    await page.goto(`${url}${html}?${address}`);
    await page.locator('header, main').first().waitFor();
    await page.evaluate(() => document.fonts.ready);
    await act?.(page);
    await page.waitForTimeout(250);
    await page.screenshot({ path: resolve(OUT, file) });
    found.push(...(await accessFaults(page)), ...(await cutFaults(page)), ...(await orderFaults(page)));
    return found;
  } finally {
    await context.close();
  }
}

/** The pretend register as one script that defines `pretend`. */
async function bundled() {
  const lib = { entry: resolve(ROOT, 'dev/register/index.js'), name: 'pretend', formats: ['iife'] };
  const [made] = await build({ configFile: false, logLevel: 'warn', build: { write: false, lib } });
  return made.output[0].code;
}
