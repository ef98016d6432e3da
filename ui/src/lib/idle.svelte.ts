// Locks the register when nobody touches it, types or scans for as long as the look says. The cart stays where it is.

import { look } from '$lib/look.svelte';

const MINUTE_MS = 60_000;
/** Everything that a hand or a scanner does to a window; a mouse that merely lies there moves nothing. */
const SIGNS = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Calls `onidle` once after that long without a sign of life; the answer ends the watch. */
export function watchIdle(afterMs: number, onidle: () => void): () => void {
  let timer = setTimeout(onidle, afterMs);
  const stir = () => {
    clearTimeout(timer);
    timer = setTimeout(onidle, afterMs);
  };
  for (const sign of SIGNS) window.addEventListener(sign, stir, { capture: true, passive: true });
  return () => {
    clearTimeout(timer);
    for (const sign of SIGNS) window.removeEventListener(sign, stir, { capture: true });
  };
}

/** Locks after the minutes that this register keeps, and never where it keeps none; run it in an effect. */
export function lockWhenIdle(lock: () => void): (() => void) | undefined {
  const minutes = look.lockAfterMinutes;
  return minutes === null ? undefined : watchIdle(minutes * MINUTE_MS, lock);
}
