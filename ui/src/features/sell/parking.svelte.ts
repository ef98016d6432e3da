// Orders that wait while others are served.

import { api } from '$lib/api';
import { withApproval } from '$lib/approval/approval.svelte';
import type { OrderId } from '$lib/bindings/kernel/OrderId';
import type { ParkedView } from '$lib/bindings/pos/ParkedView';
import { play } from '$lib/sound';
import type { Desk } from './desk.svelte';
import { actInWords } from './inWords';

export class Parking {
  /** Oldest first. */
  list = $state.raw<readonly ParkedView[]>([]);
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.list = desk.counter.parked;
  }

  /** Park, or what waits where nothing lies on the counter. */
  askPark(): void {
    const { cart } = this.#desk;
    if (!cart) return this.askList();
    if (cart.placed) return this.#desk.refuse({ kind: 'locked' });
    this.#desk.ask({ kind: 'park' });
  }

  askList(): void {
    this.#desk.ask({ kind: 'parked' });
    void this.#desk.run(async () => {
      this.list = await api.listParked();
    });
  }

  park(label: string): void {
    this.#desk.question = null;
    this.#desk.edit(async () => {
      const { order } = this.#desk;
      if (order === null) return;
      this.list = await api.parkOrder({ order, label: label.trim() === '' ? null : label.trim() });
      this.#desk.show(null);
      play('ok');
    });
  }

  /** Takes an order back; the one on the counter is parked in its place. */
  resume(order: OrderId): void {
    this.#desk.question = null;
    this.#desk.edit(async () => {
      this.#desk.show(await api.resumeOrder({ order }));
      play('ok');
      this.list = await api.listParked();
    });
  }

  /** Gives up an order that waits. */
  cancel({ order, label, first }: ParkedView, reason: string): void {
    void this.#desk.run(async () => {
      await withApproval(actInWords.cancelOrder(label ?? first), (approval) =>
        api.cancelOrder({ order, reason, approval }),
      );
      this.list = await api.listParked();
      this.#desk.ask({ kind: 'parked' });
    });
  }
}
