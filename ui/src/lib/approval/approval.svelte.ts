// A manager's approval in place. The register refused an act and named it by a fingerprint; a second operator approves
// exactly that act with a PIN, and the same request goes out again. The cashier stays signed on throughout.

import { api } from '$lib/api';
import type { OperatorView } from '$lib/bindings/pos/OperatorView';
import { i18n } from '$lib/i18n/i18n.svelte';
import { isEditable, type KeyTarget } from '$lib/keyboard/listener';
import { typedDigit } from '$lib/keyboard/physical';
import { asRefusal } from '$lib/refusal';
import { play } from '$lib/sound';

/** How long a question for approval stands, in seconds. */
export const STANDS_S = 60;
const MOST_DIGITS = 12;
const TICK_MS = 1_000;

/** What somebody is asked to approve. */
export interface Wish {
  /** What the refusal named. */
  readonly fingerprint: string;
  /** The act in words, as it is shown and kept. */
  readonly act: string;
  /** Why the register refused it. */
  readonly why: string;
}

/** Nobody approved; there is nothing to tell, because the cashier saw it happen. */
export class NotApproved extends Error {}

/** One question for approval, from the refusal to the answer. */
export class Asking implements KeyTarget {
  readonly wish: Wish;
  approvers = $state.raw<readonly OperatorView[] | null>(null);
  chosen = $state.raw<OperatorView | null>(null);
  pin = $state('');
  busy = $state(false);
  error = $state.raw<unknown>(null);
  leftS = $state(STANDS_S);
  readonly #end: (approval: string | null) => void;
  readonly #clock: ReturnType<typeof setInterval>;

  constructor(wish: Wish, end: (approval: string | null) => void) {
    this.wish = wish;
    this.#end = end;
    this.#clock = setInterval(() => this.#tick(), TICK_MS);
    void this.#list();
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
      const { fingerprint, act } = this.wish;
      this.stop(await api.approve({ approver: this.chosen.operator, pin: this.pin, fingerprint, act }));
    } catch (error) {
      this.error = error;
      play('refused');
    } finally {
      this.pin = '';
      this.busy = false;
    }
  }

  /** Ends the question; without an approval nothing happens. */
  stop(approval: string | null = null): void {
    clearInterval(this.#clock);
    this.#end(approval);
  }

  #tick(): void {
    this.leftS -= 1;
    if (this.leftS <= 0 && !this.busy) this.stop();
  }

  async #list(): Promise<void> {
    try {
      this.approvers = await api.listApprovers({ fingerprint: this.wish.fingerprint });
      this.chosen = this.approvers[0] ?? null;
    } catch (error) {
      this.approvers = [];
      this.error = error;
    }
  }

  #move(step: number): void {
    const list = this.approvers ?? [];
    const next = list[list.findIndex((operator) => operator === this.chosen) + step];
    if (next) this.choose(next);
  }

  /** A scan changes the cart, and an approval holds only for the cart as it was: the question ends. */
  readonly scan = (code: string) => {
    this.stop();
    approvals.onscan?.(code);
  };

  readonly mark = () => {
    const { pin } = this;
    return () => (this.pin = pin);
  };

  readonly key = (event: KeyboardEvent) => {
    if (isEditable(event.target)) return false;
    const digit = typedDigit(event.key);
    if (digit !== null) this.push(digit);
    else if (event.key === 'Backspace') this.backspace();
    else if (event.key === 'Escape') this.stop();
    else if (event.key === 'ArrowDown') this.#move(1);
    else if (event.key === 'ArrowUp') this.#move(-1);
    else if (event.key === 'Enter' && this.pin !== '') void this.submit();
    else return false;
    return true;
  };
}

class Approvals {
  asking = $state.raw<Asking | null>(null);
  /** Who takes a scan that ended a question. */
  onscan: ((code: string) => void) | null = null;

  /** Asks; null where nobody approved. */
  ask(wish: Wish): Promise<string | null> {
    this.cancel();
    play('unknown');
    return new Promise((resolve) => {
      this.asking = new Asking(wish, (approval) => {
        this.asking = null;
        resolve(approval);
      });
    });
  }

  /** The cart changed, or somebody locks: what was asked no longer stands. */
  cancel(): void {
    this.asking?.stop();
  }
}

export const approvals = new Approvals();

/** What an approver is told of a refused act. */
export type InWords = (params: Readonly<Record<string, unknown>>) => string;

/** Does an act, and once more with an approval where the register refuses it and names it. */
export async function withApproval<Answer>(
  inWords: InWords,
  act: (approval: string | null) => Promise<Answer>,
): Promise<Answer> {
  try {
    return await act(null);
  } catch (error) {
    const refusal = asRefusal(error);
    const fingerprint = refusal?.params.fingerprint;
    if (!refusal || typeof fingerprint !== 'string') throw error;
    const approval = await approvals.ask({
      fingerprint,
      act: inWords(refusal.params),
      why: i18n.failure(error),
    });
    if (approval === null) throw new NotApproved('nobody approved it');
    return await act(approval);
  }
}
