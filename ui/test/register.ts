// The window as a test sees it: the real pages over a pretend register that notes what it was asked.

import { mockIPC } from '@tauri-apps/api/mocks';
import { render, screen, waitFor } from '@testing-library/svelte';
import App from '../src/App.svelte';
// The window reads these when it has drawn its first picture; a test compiles them first, and waits for it here.
import '../src/features/firstrun/FirstRun.svelte';
import '../src/features/signon/Recover.svelte';
import '../src/layout/CounterScreen.svelte';
import '../src/layout/LanguageMenu.svelte';
import { register, type Options } from '../dev/register.js';

export interface Asked {
  readonly command: string;
  readonly request: Readonly<Record<string, unknown>>;
}

type Answer = (command: string, args?: unknown) => unknown;

/** Answers every command from a pretend shop; `instead` may answer first. */
export function pretend(options: Options = {}, instead?: (asked: Asked, real: Answer) => unknown): Asked[] {
  const log: Asked[] = [];
  const real = register(options);
  mockIPC((command, args) => {
    const asked = { command, request: (args as { request?: Asked['request'] } | undefined)?.request ?? {} };
    log.push(asked);
    return instead ? instead(asked, real) : real(command, args);
  });
  return log;
}

export const SHIFT = {
  shift: 'shift-1',
  number: 12,
  opened_ms: 0,
  float: { minor: 15000, currency: 'EUR' },
  denominations: [],
};
export const AT_COUNTER = { session: true, shift: SHIFT };
/** The pretend shop's first product, at 399,00 €. */
export const PHONE = { barcode: '5201234567800', name: 'Galaxy A55 5G 128GB Navy' };
export const CHARGER = { barcode: '5201234567806', name: 'USB-C charger 20W' };

export async function openCounter(options: Options = {}, instead?: (asked: Asked, real: Answer) => unknown) {
  const asked = pretend({ ...AT_COUNTER, ...options }, instead);
  render(App);
  await waitFor(() => screen.getByTestId('rail-sell'));
  return {
    asked,
    of: (command: string) => asked.filter((each) => each.command === command),
  };
}

export function lines(): string[] {
  return screen.queryAllByTestId('cart-line').map((line) => line.textContent.replace(/\s+/g, ' ').trim());
}
