// A counter that was left alone, over the real screens.

import { screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { pause, scan, type } from '../../test/keys';
import { lines, openCounter, PHONE } from '../../test/register';
import { enter } from '../../test/keys';

beforeEach(() => {
  pause(10_000);
  vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => vi.useRealTimers());

test('locks itself, and the next to sign on finds the cart as it was', async () => {
  const { of } = await openCounter({ look: { lock_after_minutes: 5 } });
  scan(PHONE.barcode);
  await waitFor(() => expect(lines()).toHaveLength(1));
  const before = lines();

  await vi.advanceTimersByTimeAsync(5 * 60_000);
  await waitFor(() => screen.getByTestId('pin-enter'));
  expect(of('sign_off')).toHaveLength(1);

  type('1234', 200);
  enter();
  await waitFor(() => expect(lines()).toEqual(before));
});
