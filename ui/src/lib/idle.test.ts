import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { look } from '$lib/look.svelte';
import { lockWhenIdle } from './idle.svelte';

const usual = look.kept;
const lock = vi.fn();
let stop: (() => void) | undefined;

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  stop?.();
  lock.mockReset();
  look.take(usual);
  vi.useRealTimers();
});

function watch(minutes: number | null) {
  look.take({ ...usual, lock_after_minutes: minutes });
  stop = lockWhenIdle(lock);
}

const wait = (minutes: number) => vi.advanceTimersByTime(minutes * 60_000);

test('a register that nobody touches locks once, after its minutes', () => {
  watch(5);
  wait(4.9);
  expect(lock).not.toHaveBeenCalled();
  wait(20);
  expect(lock).toHaveBeenCalledOnce();
});

test.each(['keydown', 'pointerdown', 'pointermove', 'wheel'])('a %s begins the minutes anew', (sign) => {
  watch(5);
  wait(4);
  document.body.dispatchEvent(new Event(sign, { bubbles: true }));
  wait(4);
  expect(lock).not.toHaveBeenCalled();
  wait(1);
  expect(lock).toHaveBeenCalledOnce();
});

test('a register without minutes never locks', () => {
  watch(null);
  wait(10_000);
  expect(lock).not.toHaveBeenCalled();
});

test('a watch that has ended locks nothing', () => {
  watch(1);
  stop?.();
  wait(10);
  expect(lock).not.toHaveBeenCalled();
});
