// Choosing who one is, and typing a PIN.

import type { OperatorView } from '$lib/bindings/pos/OperatorView';
import type { ShopView } from '$lib/bindings/pos/ShopView';
import { clock } from '$lib/clock.svelte';
import { isEditable, type KeyTarget } from '$lib/keyboard/listener';
import { typedDigit } from '$lib/keyboard/physical';
import { asRefusal } from '$lib/refusal';
import { session } from '$lib/session.svelte';
import { play } from '$lib/sound';

const MOST_DIGITS = 12;
/** Too many wrong PINs: the refusal says until when. */
const LOCKED_OUT = 'STF-003';

const sells = ({ role }: OperatorView) => role !== 'manager';

export class SignOn {
  readonly shop: ShopView;
  readonly operators: readonly OperatorView[];
  chosen = $state.raw<OperatorView | null>(null);
  pin = $state('');
  busy = $state(false);
  error = $state.raw<unknown>(null);
  /** Somebody is setting a new PIN by the recovery code. */
  recovering = $state(false);
  /** They did: told until the next digit. */
  recovered = $state(false);
  /** Until when each operator must wait. */
  #lockedUntilMs = $state.raw<Readonly<Record<string, number>>>({});

  /** How long the chosen operator must still wait; 0 is not at all. */
  readonly waitMs = $derived.by(() => {
    const untilMs = this.chosen ? (this.#lockedUntilMs[this.chosen.operator] ?? 0) : 0;
    return Math.max(0, untilMs - clock.nowMs);
  });
  readonly isLockedOut = $derived(this.waitMs > 0);
  readonly lockedUntilMs = $derived(clock.nowMs + this.waitMs);

  constructor(shop: ShopView, operators: readonly OperatorView[]) {
    this.shop = shop;
    // Who sells signs on most often, so cashiers stand first.
    this.operators = [...operators.filter(sells), ...operators.filter((each) => !sells(each))];
    this.chosen = this.operators[0] ?? null;
  }

  choose(operator: OperatorView): void {
    this.chosen = operator;
    this.pin = '';
    this.error = null;
    this.recovered = false;
  }

  push(digit: string): void {
    if (this.busy || this.isLockedOut || this.pin.length >= MOST_DIGITS) return;
    this.pin += digit;
    this.recovered = false;
    this.error = null;
  }

  backspace(): void {
    if (!this.busy) this.pin = this.pin.slice(0, -1);
  }

  async submit(): Promise<void> {
    if (this.busy || this.isLockedOut || !this.chosen || this.pin === '') return;
    this.busy = true;
    this.error = null;
    try {
      await session.signOn(this.shop, this.chosen, this.pin);
    } catch (error) {
      this.#refuse(this.chosen, error);
      play('refused');
    } finally {
      this.pin = '';
      this.busy = false;
    }
  }

  /** The new PIN holds: it is typed as any other. */
  endRecovery(done: boolean): void {
    this.recovering = false;
    this.recovered = done;
    if (!done || !this.chosen) return;
    this.error = null;
    this.#lockedUntilMs = { ...this.#lockedUntilMs, [this.chosen.operator]: 0 };
  }

  /** A lock-out is counted down and not told as an error. */
  #refuse(operator: OperatorView, error: unknown): void {
    const refusal = asRefusal(error);
    const untilMs = refusal?.code === LOCKED_OUT ? refusal.params['until_ms'] : null;
    if (typeof untilMs !== 'number') this.error = error;
    else this.#lockedUntilMs = { ...this.#lockedUntilMs, [operator.operator]: untilMs };
  }

  #move(step: number): void {
    const at = this.operators.findIndex((operator) => operator === this.chosen);
    const next = this.operators[at + step];
    if (next) this.choose(next);
  }

  /** A scan is never a PIN: a badge alone approves nothing, and goods are sold elsewhere. */
  readonly keys: KeyTarget = {
    scan: () => play('refused'),
    mark: () => {
      const { pin } = this;
      return () => (this.pin = pin);
    },
    key: (event) => {
      if (this.recovering || isEditable(event.target)) return false;
      const digit = typedDigit(event.key);
      if (digit !== null) this.push(digit);
      else if (event.key === 'Backspace') this.backspace();
      else if (event.key === 'Escape') this.pin = '';
      else if (event.key === 'ArrowDown') this.#move(1);
      else if (event.key === 'ArrowUp') this.#move(-1);
      else if (event.key === 'Enter' && this.pin !== '') void this.submit();
      else return false;
      return true;
    },
  };
}
