// Where the paper stands. The register is asked again and again while somebody is signed on; each question waits until
// there is something newer to tell, so the screen knows within a moment and nobody polls.

import { api } from '$lib/api';
import type { DocumentId } from '$lib/bindings/kernel/DocumentId';
import type { PrintJob } from '$lib/bindings/pos/PrintJob';
import type { Printing } from '$lib/bindings/pos/Printing';
import type { PrinterConnection } from '$lib/bindings/store/PrinterConnection';
import { i18n } from '$lib/i18n/i18n.svelte';
import { session } from '$lib/session.svelte';

/** After a failure, or an answer that did not wait for news, the next question waits: longer each time. */
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const NOTHING: Printing = { version: 0, printer: false, jobs: [] };

class Paper {
  #now = $state.raw<Printing>(NOTHING);
  #place = $state.raw<PrinterConnection | null>(null);
  /** What went wrong with the last wish; the register keeps its own troubles on the jobs. */
  error = $state.raw<unknown>(null);
  /** Grows with every start and stop, so that an answer to an old question is not heard. */
  #round = 0;

  /** Whether a printer is set up. */
  readonly printer = $derived(this.#now.printer);
  /** Newest first. */
  readonly jobs = $derived<readonly PrintJob[]>(this.#now.jobs);
  /** What somebody should know about: it waits in vain, failed, or may have been printed. */
  readonly stuck = $derived(this.#now.jobs.filter(isStuck));

  /** Follows the paper from what the register said at sign-on; the answer stops it. */
  watch(first: Printing): () => void {
    this.#round += 1;
    this.#show(first);
    this.error = null;
    void this.#follow(this.#round);
    return () => {
      this.#round += 1;
      this.#now = NOTHING;
    };
  }

  /** The newest job of a document; null where it has none that is still told. */
  of(document: DocumentId): PrintJob | null {
    const prints = ({ paper }: PrintJob) => paper.kind === 'receipt' && paper.document === document;
    return this.#now.jobs.find(prints) ?? null;
  }

  /** A job that failed or may have failed, again. */
  again(job: PrintJob): Promise<void> {
    return this.#wish(api.printAgain({ job: job.job }));
  }

  /** A receipt that came out before, once more, marked as a copy. */
  copy(document: DocumentId): Promise<void> {
    return this.#wish(api.printCopy({ document }));
  }

  /** Nobody wants this paper any more. */
  drop(job: PrintJob): Promise<void> {
    return this.#wish(api.dropJob({ job: job.job }));
  }

  /** A page that shows what the printer can do. */
  test(): Promise<void> {
    return this.#wish(api.printTest());
  }

  /** Where the printer is, for the sentence that says it does not answer. */
  standsAt(place: PrinterConnection | null): void {
    this.#place = place;
  }

  /** What the job prints, such as “Receipt A-1043”. */
  readonly title = ({ paper, number }: PrintJob): string => {
    const words = i18n.words.printing.paper;
    if (paper.kind === 'test' || paper.kind === 'recovery_code') return words[paper.kind];
    if (paper.kind === 'shift') return words.shift(number);
    return paper.copy > 0 ? words.copy(number) : words.receipt(number);
  };

  /** What became of it, in a word or two. */
  readonly state = (job: PrintJob): string => i18n.words.printing.state[job.state];

  /** What keeps it, and what to do; null where nothing does. */
  readonly trouble = (job: PrintJob): string | null => {
    const words = i18n.words.printing;
    if (job.state === 'printed') return null;
    if (job.state === 'unknown') return words.unknownHelp;
    if (job.trouble === null) return null;
    const place = this.#place;
    if (job.trouble === 'not_there' && place?.kind === 'network')
      return words.trouble.not_there_at(place.host);
    return words.trouble[job.trouble];
  };

  async #follow(round: number): Promise<void> {
    let pauseMs = FIRST_PAUSE_MS;
    while (round === this.#round) {
      const askedMs = performance.now();
      const { version } = this.#now;
      const newer = await api.watchPrinting({ seen: version }).catch(async (error: unknown) => {
        if (round === this.#round) await session.heed(error);
        return null;
      });
      if (round !== this.#round) return;
      if (newer) this.#show(newer);
      const waited = performance.now() - askedMs >= FIRST_PAUSE_MS;
      if (newer && (newer.version > version || waited)) {
        pauseMs = FIRST_PAUSE_MS;
        continue;
      }
      await sleep(pauseMs);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
  }

  #show(newer: Printing): void {
    this.#now = newer;
    if (newer.jobs.some(({ trouble }) => trouble === 'not_there')) void this.#findPlace();
  }

  /** The address is worth a question only once the printer is missed. */
  async #findPlace(): Promise<void> {
    if (this.#place) return;
    this.#place = await api
      .settings()
      .then(({ printer }) => printer.connection)
      .catch(() => null);
  }

  async #wish(sent: Promise<unknown>): Promise<void> {
    this.error = null;
    try {
      await sent;
    } catch (error) {
      this.error = error;
      await session.heed(error);
    }
  }
}

function isStuck({ state, trouble }: PrintJob): boolean {
  if (state === 'failed' || state === 'unknown') return true;
  return state === 'waiting' && trouble !== null;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

export const printing = new Paper();
