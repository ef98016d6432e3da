// Codes that nobody knows. A toast would let goods leave free, so they stay until somebody deals with each.

import type { LineNumber } from '$lib/bindings/kernel/LineNumber';

export interface UnknownScan {
  readonly id: number;
  readonly code: string;
  /** The newest line when it was scanned. */
  readonly after: LineNumber;
}

export class UnknownScans {
  list = $state.raw<readonly UnknownScan[]>([]);
  #nextId = 1;
  #accepted = false;

  /** Whether paying must ask: it asks once. */
  get mustAsk(): boolean {
    return this.list.length > 0 && !this.#accepted;
  }

  add(code: string, after: LineNumber): UnknownScan {
    const scan = { id: this.#nextId, code, after };
    this.#nextId += 1;
    this.#accepted = false;
    this.list = [...this.list, scan];
    return scan;
  }

  remove(id: number): void {
    this.list = this.list.filter((scan) => scan.id !== id);
  }

  /** The cashier was asked and pays all the same. */
  accept(): void {
    this.#accepted = true;
  }

  clear(): void {
    this.list = [];
    this.#accepted = false;
  }
}
