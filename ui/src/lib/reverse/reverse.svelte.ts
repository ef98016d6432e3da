// Undoing the last sale of the shift as a whole: a reason, perhaps an approval, and what to hand back.

import { api } from '$lib/api';
import { NotApproved, withApproval } from '$lib/approval/approval.svelte';
import type { Money } from '$lib/bindings/kernel/Money';
import type { OrderId } from '$lib/bindings/kernel/OrderId';
import type { ReversalView } from '$lib/bindings/pos/ReversalView';
import type { TenderView } from '$lib/bindings/pos/TenderView';
import { i18n } from '$lib/i18n/i18n.svelte';
import { session } from '$lib/session.svelte';
import { play } from '$lib/sound';

/** The sale that is to be undone, as far as the dialog shows it. A receipt and a finished sale both fit. */
export interface Reversible {
  readonly order: OrderId;
  readonly number: string;
  readonly total: Money;
  readonly tenders: readonly TenderView[];
}

type Step =
  | { readonly at: 'asking'; readonly sale: Reversible }
  | { readonly at: 'done'; readonly sale: Reversible; readonly reversal: ReversalView };

class Reversing {
  step = $state.raw<Step | null>(null);
  busy = $state(false);
  error = $state.raw<unknown>(null);
  #ondone: (reversal: ReversalView) => void = () => undefined;

  /** Opens the dialog; `ondone` hears of a sale that was undone. */
  begin(sale: Reversible, ondone: (reversal: ReversalView) => void = () => undefined): void {
    if (this.busy) return;
    this.error = null;
    this.#ondone = ondone;
    this.step = { at: 'asking', sale };
  }

  async confirm(reason: string): Promise<void> {
    const step = this.step;
    if (this.busy || step?.at !== 'asking') return;
    this.busy = true;
    this.error = null;
    const { order, number, total } = step.sale;
    const inWords = () => i18n.words.approval.acts.reverse(number, i18n.money(total), session.who);
    try {
      const reversal = await withApproval(inWords, (approval) =>
        api.reverseLast({ order, reason, approval }),
      );
      this.step = { at: 'done', sale: step.sale, reversal };
      play('ok');
      await this.#lastSale();
      this.#ondone(reversal);
    } catch (error) {
      if (!(error instanceof NotApproved)) this.#tell(error);
      await session.heed(error);
    } finally {
      this.busy = false;
    }
  }

  close(): void {
    if (!this.busy) this.step = null;
  }

  #tell(error: unknown): void {
    this.error = error;
    play('refused');
  }

  /** What was last is now another sale, or none. */
  async #lastSale(): Promise<void> {
    const start = await session.lookAgain().catch(() => null);
    if (start?.session && session.stage.at === 'counter')
      session.stage.counter.lastSale = start.session.last_sale;
  }
}

export const reversing = new Reversing();
