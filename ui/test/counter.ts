// What the tests of the counter share: seeing, tapping, and keys with a rhythm.

import { fireEvent, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect } from 'vitest';
import { approvals } from '../src/lib/approval/approval.svelte';
import { reversing } from '../src/lib/reverse/reverse.svelte';
import { pause, press, scan } from './keys';

export const UNKNOWN = '5209999999990';

/** A test begins long after the one before it, and leaves no question open. */
export function apart(): void {
  beforeEach(() => pause(10_000));
  afterEach(() => {
    approvals.cancel();
    reversing.close();
  });
}

export const key = (name: string, more: { repeat?: boolean; ctrlKey?: boolean; code?: string } = {}) => {
  pause(500);
  return press({ code: name, key: name, ...more });
};
export const see = (testId: string) => waitFor(() => screen.getByTestId(testId));
export const gone = (testId: string) => waitFor(() => expect(screen.queryByTestId(testId)).toBeNull());
export const tap = async (testId: string) => {
  const found = await waitFor(() => {
    const [first] = screen.getAllByTestId(testId);
    expect(first).toBeEnabled();
    return first!;
  });
  await fireEvent.click(found);
};
export const fill = async (testId: string, value: string) =>
  fireEvent.input(await see(testId), { target: { value } });

/** Opens a menu and picks from it, as fingers do. */
export async function pick(menu: string, item: string) {
  const trigger = await see(menu);
  await fireEvent.pointerDown(trigger, { button: 0, pointerType: 'mouse' });
  await fireEvent.pointerUp(trigger, { button: 0, pointerType: 'mouse' });
  const entry = await see(item);
  await fireEvent.pointerUp(entry, { button: 0, pointerType: 'mouse' });
  await fireEvent.click(entry);
}

/** Scans, and waits until the cart has so many lines. */
export async function scanned(code: string, count: number) {
  scan(code);
  await waitFor(() => expect(screen.getAllByTestId('cart-line')).toHaveLength(count));
}

export const eur = (minor: number) => ({ minor, currency: 'EUR' });
