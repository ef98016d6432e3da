// What the counter may have to ask or tell before it goes on.

import type { LineNumber } from '$lib/bindings/kernel/LineNumber';
import type { Money } from '$lib/bindings/kernel/Money';
import type { HeldTender } from '$lib/bindings/pos/HeldTender';
import type { ParkedView } from '$lib/bindings/pos/ParkedView';
import type { Payment } from '$lib/bindings/pos/Payment';

/** One attempt to pay, which can be made once more with an approval. */
export type Attempt = (approval: string | null) => Promise<Payment>;

/** What the cashier is told above the paying buttons, or in the dialog in front. */
export type Notice =
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'short'; readonly fingerprint: string; readonly attempt: Attempt }
  | { readonly kind: 'not_an_amount'; readonly text: string }
  | { readonly kind: 'not_a_quantity'; readonly text: string }
  | { readonly kind: 'cash_limit' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'scan_after' };

/** What must be answered before anything goes on. */
export type Question =
  | { readonly kind: 'unknown_codes'; readonly go: () => void }
  | {
      readonly kind: 'reading';
      readonly text: string;
      readonly choices: readonly Choice[];
      readonly back: Question | null;
    }
  /** Null is all that is due. */
  | { readonly kind: 'card'; readonly amount: Money | null; readonly back: Question | null }
  | { readonly kind: 'split' }
  | { readonly kind: 'give_back'; readonly tender: HeldTender }
  /** Null is the order on the counter. */
  | { readonly kind: 'cancel_order'; readonly parked: ParkedView | null }
  /** Null is the whole order. */
  | { readonly kind: 'discount'; readonly line: LineNumber | null }
  | { readonly kind: 'price'; readonly line: LineNumber }
  | { readonly kind: 'quantity'; readonly line: LineNumber }
  | { readonly kind: 'note'; readonly line: LineNumber | null }
  | { readonly kind: 'park' }
  | { readonly kind: 'parked' }
  | { readonly kind: 'keys' };

export interface Choice {
  readonly label: string;
  readonly pick: () => void;
}

/** Where closing a question leads. */
export function behind(question: Question | null): Question | null {
  if (question?.kind === 'give_back') return { kind: 'split' };
  if (question?.kind === 'cancel_order' && question.parked) return { kind: 'parked' };
  return question && 'back' in question ? question.back : null;
}

/** Whether goods that are scanned now would change an amount that somebody was already told. */
export function holdsScans(question: Question | null): boolean {
  return question?.kind === 'card' || (question?.kind === 'reading' && behind(question)?.kind === 'card');
}
