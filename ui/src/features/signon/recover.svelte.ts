// A new PIN by the code on paper.

import { api } from '$lib/api';
import type { OperatorView } from '$lib/bindings/pos/OperatorView';
import { i18n } from '$lib/i18n/i18n.svelte';
import type { KeyTarget } from '$lib/keyboard/listener';
import { play } from '$lib/sound';

const LEAST_DIGITS: Readonly<Record<string, number>> = { manager: 6 };
const LEAST_USUAL = 4;
const MOST_DIGITS = 12;

export class Recovery {
  readonly operator: OperatorView;
  code = $state('');
  pin = $state('');
  pinAgain = $state('');
  busy = $state(false);
  error = $state.raw<unknown>(null);
  #tried = $state(false);
  readonly least: number;

  constructor(operator: OperatorView) {
    this.operator = operator;
    this.least = LEAST_DIGITS[operator.role] ?? LEAST_USUAL;
  }

  readonly pinFault = $derived.by(() =>
    this.#tried && this.pin.length < this.least
      ? i18n.words.firstRun.needs.pinLength(this.least, MOST_DIGITS)
      : null,
  );
  readonly againFault = $derived.by(() =>
    this.#tried && this.pin !== this.pinAgain ? i18n.words.firstRun.needs.pinDiffers : null,
  );

  /** True when the new PIN holds. */
  async submit(): Promise<boolean> {
    this.#tried = true;
    this.error = null;
    if (this.busy) return false;
    if (this.code.trim() === '' || this.pinFault !== null || this.againFault !== null) {
      play('refused');
      return false;
    }
    this.busy = true;
    try {
      await api.recover({ operator: this.operator.operator, code: this.code, pin: this.pin });
      return true;
    } catch (error) {
      this.error = error;
      play('refused');
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** The code is read from paper by a person; a scan is none. */
  readonly keys: KeyTarget = { scan: () => play('refused'), mark: () => () => undefined, key: () => false };
}
