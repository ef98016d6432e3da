// Choosing who one is, and typing a PIN.

import type { OperatorView } from '$lib/bindings/pos/OperatorView';
import type { ShopView } from '$lib/bindings/pos/ShopView';
import { isEditable, type KeyTarget } from '$lib/keyboard/listener';
import { typedDigit } from '$lib/keyboard/physical';
import { session } from '$lib/session.svelte';
import { play } from '$lib/sound';

const MOST_DIGITS = 12;

export class SignOn {
  readonly shop: ShopView;
  readonly operators: readonly OperatorView[];
  chosen = $state.raw<OperatorView | null>(null);
  pin = $state('');
  busy = $state(false);
  error = $state.raw<unknown>(null);

  constructor(shop: ShopView, operators: readonly OperatorView[]) {
    this.shop = shop;
    this.operators = operators;
    this.chosen = operators[0] ?? null;
  }

  choose(operator: OperatorView): void {
    this.chosen = operator;
    this.pin = '';
    this.error = null;
  }

  push(digit: string): void {
    if (this.busy || this.pin.length >= MOST_DIGITS) return;
    this.pin += digit;
    this.error = null;
  }

  backspace(): void {
    if (!this.busy) this.pin = this.pin.slice(0, -1);
  }

  async submit(): Promise<void> {
    if (this.busy || !this.chosen || this.pin === '') return;
    this.busy = true;
    this.error = null;
    try {
      await session.signOn(this.shop, this.chosen, this.pin);
    } catch (error) {
      this.error = error;
      play('refused');
    } finally {
      this.pin = '';
      this.busy = false;
    }
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
      if (isEditable(event.target)) return false;
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
