// The paper of a sale once more: the job that did not come out, or a copy.

import type { DocumentId } from '$lib/bindings/kernel/DocumentId';
import { printing } from '$lib/printing.svelte';

export function printAgain(document: DocumentId): void {
  const job = printing.of(document);
  const cameOut = !job || job.state === 'printed';
  void (cameOut ? printing.copy(document) : printing.again(job));
}
