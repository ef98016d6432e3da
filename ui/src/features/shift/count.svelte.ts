// Counting the drawer blind, coin by coin: how many of each, what they come to, and nothing that is expected.

import { api } from '$lib/api';
import type { Money } from '$lib/bindings/kernel/Money';
import type { ShiftClosedView } from '$lib/bindings/pos/ShiftClosedView';
import type { ShiftView } from '$lib/bindings/pos/ShiftView';
import { isEditable, type KeyTarget } from '$lib/keyboard/listener';
import { typedDigit } from '$lib/keyboard/physical';
import { session, type Counter } from '$lib/session.svelte';
import { play } from '$lib/sound';
import { sumOfPieces, worthOf } from '$lib/typedMoney';

/** A drawer holds fewer than ten thousand of anything. */
const MOST_DIGITS = 4;

export class Count {
  readonly #counter: Counter;
  readonly #closed: (view: ShiftClosedView) => void;
  readonly values: readonly Money[];
  /** What was typed for each coin or note; empty is none. */
  typed = $state<string[]>([]);
  /** The one that digits go to. */
  at = $state(0);
  busy = $state(false);
  error = $state.raw<unknown>(null);
  #fresh = true;

  constructor(counter: Counter, shift: ShiftView, closed: (view: ShiftClosedView) => void) {
    this.#counter = counter;
    this.#closed = closed;
    this.values = shift.denominations;
    this.typed = shift.denominations.map(() => '');
  }

  readonly pieces = $derived(this.#counted());
  /** Null beyond every drawer. */
  readonly sum = $derived.by(() => sumOfPieces(this.pieces, this.#counter.shop.currency));
  readonly isStarted = $derived(this.typed.some((text) => text !== ''));

  worth(at: number): Money | null {
    const value = this.values[at];
    return value ? worthOf(value, Number(this.typed[at])) : null;
  }

  select(at: number): void {
    if (at < 0 || at >= this.values.length) return;
    this.at = at;
    this.#fresh = true;
  }

  /** The first digit after a choice begins anew. */
  push(digit: string): void {
    const before = this.#fresh ? '' : (this.typed[this.at] ?? '');
    if (before.length >= MOST_DIGITS) return;
    this.typed[this.at] = (before + digit).replace(/^0+(?=\d)/, '');
    this.#fresh = false;
  }

  backspace(): void {
    this.typed[this.at] = (this.typed[this.at] ?? '').slice(0, -1);
    this.#fresh = false;
  }

  async close(): Promise<void> {
    const counted = this.sum;
    if (this.busy || !counted) return;
    this.busy = true;
    this.error = null;
    try {
      const view = await api.closeShift({ counted, pieces: this.pieces });
      this.#counter.shift = null;
      this.#closed(view);
    } catch (error) {
      this.error = error;
      play('refused');
      await session.heed(error);
    } finally {
      this.busy = false;
    }
  }

  #counted() {
    return this.values
      .map((value, at) => ({ value, pieces: Number(this.typed[at] ?? '') }))
      .filter(({ pieces }) => pieces > 0);
  }

  /** Digits count, Enter and arrows go on; a scan is no coin. */
  readonly keys: KeyTarget = {
    scan: () => play('refused'),
    mark: () => {
      const typed = [...this.typed];
      const { at } = this;
      return () => {
        this.typed = typed;
        this.select(at);
      };
    },
    key: (event) => {
      if (isEditable(event.target)) return false;
      const digit = typedDigit(event.key);
      if (digit !== null) this.push(digit);
      else if (event.key === 'Backspace') this.backspace();
      else if (event.key === 'Delete') this.typed[this.at] = '';
      else if (event.key === 'ArrowUp') this.select(this.at - 1);
      else if (event.key === 'ArrowDown') this.select(this.at + 1);
      else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement))
        this.select(this.at + 1);
      else return false;
      return true;
    },
  };
}
