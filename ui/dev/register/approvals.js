// A second operator's approval of what was refused.

import { refuse } from './money.js';
import { operators } from './people.js';

export const FINGERPRINT = 'f1'.repeat(32);
const APPROVAL = 'approval-1';
const PIN = '1234';

/** Lets an act pass with an approval, and refuses it without. */
export function allowed(_state, approval, params, text) {
  if (approval === APPROVAL) return;
  refuse('limit' in params ? 'STF-002' : 'STF-001', { ...params, fingerprint: FINGERPRINT }, text);
}

export function approvals(state) {
  return {
    list_approvers: () => (state.nobodyMay ? [] : operators(state).slice(1)),
    approve: ({ pin }) => {
      if (pin !== PIN) refuse('STF-004', { tries_left: 4 }, 'the PIN is wrong');
      return APPROVAL;
    },
  };
}
