// A pretend register for pictures and for working on the screens without Rust. It answers the window's questions from
// a small phone shop in memory, adds prices up and knows no rules. It is never part of the built pages.

import { approvals } from './approvals.js';
import { cart } from './cart.js';
import { firstRun } from './firstrun.js';
import { goods } from './goods.js';
import { parking } from './parking.js';
import { paying } from './paying.js';
import { people } from './people.js';
import { printing } from './printing.js';
import { receipts } from './receipts.js';
import { reports } from './reports.js';
import { settings } from './settings.js';
import { shifts } from './shifts.js';
import { LOOK, shop } from './shop.js';

/** The answer to each command, from a shop in the given state. */
export function register(options = {}) {
  const state = {
    language: 'en',
    cart: null,
    session: false,
    shift: null,
    lastSale: null,
    number: 1042,
    parked: [],
    printing: { version: 1, printer: false, jobs: [] },
    may: { set_up_shop: true, edit_staff: true },
    ...options,
    look: { ...LOOK, ...options.look },
  };
  const calls = commands(state);
  return (name, args) => {
    const call = calls[name];
    if (!call) throw new Error(`the pretend register does not know ${name}`);
    return call(args?.request);
  };
}

/** Puts the pretend register where Tauri's would be. */
export function install(options) {
  const answer = register(options);
  let callbacks = 0;
  window.__TAURI_INTERNALS__ = {
    transformCallback: () => (callbacks += 1),
    unregisterCallback: () => undefined,
    invoke: async (name, args) => answer(name, args),
  };
}

/** One topic a file; a later one wins. */
function commands(state) {
  return {
    ...shop(state),
    ...people(state),
    ...shifts(state),
    ...goods(state),
    ...cart(state),
    ...paying(state),
    ...parking(state),
    ...approvals(state),
    ...printing(state),
    ...firstRun(state),
    ...receipts(state),
    ...settings(state),
    ...reports(state),
  };
}
