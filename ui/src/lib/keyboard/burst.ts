// Tells a scanner from a person by rhythm alone. Pure: time comes in with each key.

/** A scanner's keys follow each other faster than this on average; a person's do not. */
export const TYPING_GAP_MS = 60;
/** Silence that ends a sequence. */
export const SILENCE_MS = 150;
/** Shorter codes do not exist on goods, and four keys hit at once do happen. */
const LEAST_CHARACTERS = 4;
/** The longest code that the register takes; longer input is a cat on the keyboard. */
const MOST_CHARACTERS = 128;

/** One sequence of printable keys without a silence in it. */
export class Burst {
  #text = '';
  #firstMs = 0;
  #lastMs = 0;

  get isOpen(): boolean {
    return this.#text !== '';
  }

  get lastMs(): number {
    return this.#lastMs;
  }

  /** Whether a key at this time would belong to the same sequence. */
  continuesAt(ms: number): boolean {
    return this.isOpen && ms - this.#lastMs <= SILENCE_MS;
  }

  push(character: string, ms: number): void {
    if (!this.isOpen) this.#firstMs = ms;
    if (this.#text.length < MOST_CHARACTERS) this.#text += character;
    this.#lastMs = ms;
  }

  /** Whether keys came so fast that a machine pressed them. Two are enough to suspect one. */
  get isFast(): boolean {
    const gaps = this.#text.length - 1;
    return gaps > 0 && (this.#lastMs - this.#firstMs) / gaps < TYPING_GAP_MS;
  }

  /** Ends the sequence: the scanned code, or null where a person typed. */
  close(): string | null {
    const isScan = this.#text.length >= LEAST_CHARACTERS && this.isFast;
    const code = isScan ? this.#text.trim() : null;
    this.#text = '';
    return code === '' ? null : code;
  }
}
