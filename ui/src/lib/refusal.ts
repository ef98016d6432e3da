// What came back instead of an answer: a refusal with a code, or a transport that failed.

import type { Refusal } from '$lib/bindings/kernel/Refusal';

/** The refusal that was thrown; null where the transport failed and nothing is known. */
export function asRefusal(error: unknown): Refusal | null {
  if (typeof error !== 'object' || error === null) return null;
  const { code, params, text } = error as Record<keyof Refusal, unknown>;
  if (typeof code !== 'string' || typeof text !== 'string') return null;
  return { code, text, params: isRecord(params) ? params : {} };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The codes that the window itself acts on; every other code is only shown. */
export const known = {
  nobodySignedOn: 'POS-001',
  noShift: 'POS-002',
  totalChanged: 'ORD-015',
} as const;
