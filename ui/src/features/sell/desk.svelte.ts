// What lies on the counter: the cart, what is asked and told, and the queue in which every gesture waits its turn, so
// that scans that come faster than answers are never lost and never overtake each other.

import { approvals, NotApproved } from '$lib/approval/approval.svelte';
import type { LineNumber } from '$lib/bindings/kernel/LineNumber';
import type { OrderId } from '$lib/bindings/kernel/OrderId';
import type { CartLineView } from '$lib/bindings/pos/CartLineView';
import type { CartView } from '$lib/bindings/pos/CartView';
import type { SaleView } from '$lib/bindings/pos/SaleView';
import { Queue } from '$lib/queue';
import { session, type Counter } from '$lib/session.svelte';
import { play } from '$lib/sound';
import type { Typed } from '$lib/typedMoney';
import { behind, type Notice, type Question } from './questions';

export class Desk {
  readonly counter: Counter;
  cart = $state.raw<CartView | null>(null);
  selected = $state<LineNumber | null>(null);
  /** The sale that was just completed, until the next one begins. */
  done = $state.raw<SaleView | null>(null);
  notice = $state.raw<Notice | null>(null);
  question = $state.raw<Question | null>(null);
  /** Told when the look at the change ends. */
  onnext: () => void = () => undefined;
  readonly #queue = new Queue();

  constructor(counter: Counter) {
    this.counter = counter;
    this.show(counter.cart);
  }

  get order(): OrderId | null {
    return this.cart?.order ?? null;
  }

  /** An order that is being paid takes no changes. */
  get locked(): boolean {
    return this.cart?.placed ?? false;
  }

  line(line: LineNumber): CartLineView | undefined {
    return this.cart?.lines.find((candidate) => candidate.line === line);
  }

  ask(question: Question): void {
    this.notice = null;
    this.question = question;
  }

  /** Leaves the question in front; one that it stood before comes back. */
  close(): void {
    this.notice = null;
    this.question = behind(this.question);
  }

  /** Says no, to eye and ear. */
  refuse(notice: Notice): void {
    this.notice = notice;
    play('refused');
  }

  /** Waits for its turn; what goes wrong is shown, and the cart is asked for anew, because it may have changed. */
  async run(task: () => Promise<void>): Promise<void> {
    const guarded = () => task().catch((error: unknown) => this.#fail(error));
    await this.#queue.run(guarded).catch((error: unknown) => this.refuse({ kind: 'refused', error }));
  }

  /** Changes the open order, unless it is being paid. */
  edit(task: () => Promise<void>): void {
    if (this.locked) return this.refuse({ kind: 'locked' });
    void this.run(task);
  }

  /** Shows the cart, and selects the line that changed. */
  show(cart: CartView | null, line?: LineNumber | null): void {
    if (cart) this.next();
    this.cart = cart;
    this.notice = null;
    const kept = cart?.lines.some((candidate) => candidate.line === this.selected);
    this.selected = line ?? (kept ? this.selected : (cart?.lines.at(-1)?.line ?? null));
  }

  /** Moves the selection among the lines. */
  select(step: 1 | -1): void {
    const lines = this.cart?.lines ?? [];
    const at = lines.findIndex((line) => line.line === this.selected);
    this.selected = lines[at + step]?.line ?? this.selected;
  }

  /** Ends the look at the change; the next sale begins. */
  next(): void {
    if (!this.done) return;
    this.done = null;
    this.onnext();
  }

  /** When everything that waits is done, the counter is left to whoever signs on next. */
  lock(): void {
    approvals.cancel();
    void this.run(() => session.lock());
  }

  /** Goes on with a typed number: at once, after asking which one was meant, or not at all. */
  resolve<Value>(
    typed: Typed<Value>,
    text: string,
    label: (value: Value) => string,
    go: (value: Value) => void,
  ): void {
    if (typed.kind === 'value') return go(typed.value);
    if (typed.kind !== 'ambiguous') return this.refuse({ kind: 'not_an_amount', text });
    const back = this.question;
    const choices = typed.readings.map((value) => ({
      label: label(value),
      pick: () => {
        this.question = back;
        go(value);
      },
    }));
    this.ask({ kind: 'reading', text, choices, back });
  }

  async #fail(error: unknown): Promise<void> {
    if (error instanceof NotApproved) return;
    const start = await session.lookAgain().catch(() => null);
    if (start?.session) this.show(start.session.cart);
    this.refuse({ kind: 'refused', error });
    await session.heed(error);
  }
}
