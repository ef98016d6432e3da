// Tells a scanner from a person by rhythm alone. Pure: time comes in with each key.

import { isGtin } from './gtin';

/** A scanner's keys follow each other faster than this on average; a person's do not. */
export const TYPING_GAP_MS = 60;
/** Nobody keeps this up over several keys, nor follows a key with Enter so fast. */
const MACHINE_GAP_MS = 30;
/** Silence that ends a sequence. */
export const SILENCE_MS = 150;
/** Shorter codes do not exist on goods, and four keys hit at once do happen. */
const LEAST_CHARACTERS = 4;
/** From this length on, a machine's rhythm right behind a person's is a code. */
const LEAST_BEHIND_TYPING = 6;
/** One more than the register takes: what is longer is refused there, never cut into another code. */
export const MOST_CHARACTERS = 129;

/** What a sequence came to. */
export interface Scan {
  readonly code: string;
  /** Where it began: a person may have typed right before it, and that stays. */
  readonly from: 'start' | 'run';
}

/** One sequence of printable keys without a silence in it. */
export class Burst {
  #text = '';
  #keys = 0;
  #firstMs = 0;
  #lastMs = 0;
  /** The keys behind the last gap that a person could have made. */
  #run = { from: 0, keys: 0, firstMs: 0 };

  get isOpen(): boolean {
    return this.#keys > 0;
  }

  get lastMs(): number {
    return this.#lastMs;
  }

  /** Whether a key at this time would belong to the same sequence. */
  continuesAt(ms: number): boolean {
    return this.isOpen && ms - this.#lastMs <= SILENCE_MS;
  }

  /** Whether a printable key at this time would be the first behind a gap that a person could have made. */
  beginsRunAt(ms: number): boolean {
    return !this.isOpen || ms - this.#lastMs >= TYPING_GAP_MS;
  }

  push(character: string, ms: number): void {
    if (this.beginsRunAt(ms)) this.#run = { from: this.#text.length, keys: 0, firstMs: ms };
    if (!this.isOpen) this.#firstMs = ms;
    if (this.#text.length < MOST_CHARACTERS) this.#text += character;
    this.#keys += 1;
    this.#run.keys += 1;
    this.#lastMs = ms;
  }

  /** Whether keys came so fast that a machine pressed them. Two are enough to suspect one. */
  get isFast(): boolean {
    return this.#run.keys > 1 || this.#gapMs(this.#firstMs, this.#keys) < TYPING_GAP_MS;
  }

  /** Whether a key at this time follows as only a machine's keys do. */
  isMachineAt(ms: number): boolean {
    const { keys, firstMs } = this.#run;
    return keys > 1 && (ms - firstMs) / keys < MACHINE_GAP_MS && ms - this.#lastMs < MACHINE_GAP_MS;
  }

  /** Ends the sequence: the scan, or null where a person typed. */
  close(): Scan | null {
    const scan = this.#read();
    this.#text = '';
    this.#keys = 0;
    const code = scan?.code.trim() ?? '';
    return scan && code !== '' ? { ...scan, code } : null;
  }

  #read(): Scan | null {
    const whole = this.#text;
    const run = whole.slice(this.#run.from);
    if (whole.length >= LEAST_CHARACTERS && this.#gapMs(this.#firstMs, this.#keys) < TYPING_GAP_MS) {
      // A page that stalled may tear a code apart, so a gap alone divides nothing: a check digit has to say so.
      const divided = this.#run.from > 0 && isGtin(run) && !isGtin(whole);
      return divided ? { code: run, from: 'run' } : { code: whole, from: 'start' };
    }
    const machine =
      run.length >= LEAST_BEHIND_TYPING && this.#gapMs(this.#run.firstMs, this.#run.keys) < MACHINE_GAP_MS;
    return machine ? { code: run, from: 'run' } : null;
  }

  #gapMs(firstMs: number, keys: number): number {
    return keys > 1 ? (this.#lastMs - firstMs) / (keys - 1) : Infinity;
  }
}
