// Opening a shift with a float and closing it blind: one amount each.

import { api } from '$lib/api';
import type { Money } from '$lib/bindings/kernel/Money';
import type { ShiftClosedView } from '$lib/bindings/pos/ShiftClosedView';
import type { KeyTarget } from '$lib/keyboard/listener';
import { session, type Counter } from '$lib/session.svelte';
import { play } from '$lib/sound';
import { typedMoney } from '$lib/typedMoney';

/** An amount on its way to the register. */
export class AmountEntry {
  text = $state('');
  busy = $state(false);
  invalid = $state(false);
  error = $state.raw<unknown>(null);
  /** The ways in which the typed text reads, while somebody chooses. */
  readings = $state.raw<readonly Money[]>([]);
  readonly #counter: Counter;
  readonly #send: (amount: Money) => Promise<void>;

  constructor(counter: Counter, send: (amount: Money) => Promise<void>) {
    this.#counter = counter;
    this.#send = send;
  }

  /** Reads the text and sends it, or asks which amount was meant. */
  async submit(): Promise<void> {
    const { currency, exponent } = this.#counter.shop;
    const typed = typedMoney(this.text, currency, exponent);
    this.error = null;
    this.invalid = typed.kind === 'invalid' || typed.kind === 'empty';
    if (this.invalid) play('refused');
    if (typed.kind === 'ambiguous') this.readings = typed.readings;
    if (typed.kind === 'value') await this.send(typed.value);
  }

  async send(amount: Money): Promise<void> {
    this.readings = [];
    if (this.busy) return;
    this.busy = true;
    try {
      await this.#send(amount);
    } catch (error) {
      this.error = error;
      play('refused');
      await session.heed(error);
    } finally {
      this.busy = false;
    }
  }

  /** A scan is never an amount. */
  readonly keys: KeyTarget = { scan: () => play('refused'), mark: () => () => undefined, key: () => false };
}

export function openShift(counter: Counter, opened: () => void): AmountEntry {
  return new AmountEntry(counter, async (float) => {
    counter.shift = await api.openShift({ float });
    opened();
  });
}

/** Closing with a sum that somebody else added up. */
export function closeShift(counter: Counter, closed: (view: ShiftClosedView) => void): AmountEntry {
  return new AmountEntry(counter, async (counted) => {
    const view = await api.closeShift({ counted, pieces: [] });
    counter.shift = null;
    closed(view);
  });
}
