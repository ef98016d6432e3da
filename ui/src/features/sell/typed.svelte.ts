// The digits that were typed with nothing in front: the next gesture says what they mean.

import type { Money } from '$lib/bindings/kernel/Money';
import { typedMoney, typedQuantity, type Typed } from '$lib/typedMoney';

/** A GTIN-14 and then some; longer is a mistake. */
const MOST_CHARACTERS = 18;

export class TypedDigits {
  text = $state('');

  push(character: string): void {
    const isMark = character === ',' || character === '.';
    if (isMark && this.text === '') return;
    if (this.text.length < MOST_CHARACTERS) this.text += character;
  }

  backspace(): void {
    this.text = this.text.slice(0, -1);
  }

  clear(): void {
    this.text = '';
  }

  asMoney(currency: string, exponent: number): Typed<Money> {
    return typedMoney(this.text, currency, exponent);
  }

  /** Thousandths of a unit. */
  asQuantity(): Typed<number> {
    return typedQuantity(this.text);
  }
}
