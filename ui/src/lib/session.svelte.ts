// Where the window stands: starting, nobody signed on, or somebody at the counter.

import { api } from '$lib/api';
import type { CountryView } from '$lib/bindings/pos/CountryView';
import type { OperatorView } from '$lib/bindings/pos/OperatorView';
import type { SaleView } from '$lib/bindings/pos/SaleView';
import type { SessionView } from '$lib/bindings/pos/SessionView';
import type { ShiftView } from '$lib/bindings/pos/ShiftView';
import type { ShopView } from '$lib/bindings/pos/ShopView';
import type { Start } from '$lib/bindings/pos/Start';
import { i18n } from '$lib/i18n/i18n.svelte';
import { look } from '$lib/look.svelte';
import { asRefusal, known } from '$lib/refusal';

type Stage =
  | { readonly at: 'starting' }
  | { readonly at: 'failed'; readonly error: unknown }
  | { readonly at: 'no_shop'; readonly countries: readonly CountryView[] }
  | { readonly at: 'sign_on'; readonly shop: ShopView; readonly operators: readonly OperatorView[] }
  | { readonly at: 'counter'; readonly counter: Counter };

/** Somebody at the counter of a shop. */
export class Counter {
  readonly shop: ShopView;
  readonly operator: OperatorView;
  /** The cart that lay on the counter when this operator came. */
  readonly cart: SessionView['cart'];
  /** The orders that waited, and where the paper stood, when this operator came. */
  readonly parked: SessionView['parked'];
  readonly printing: SessionView['printing'];
  readonly may: SessionView['may'];
  shift = $state.raw<ShiftView | null>(null);
  lastSale = $state.raw<SaleView | null>(null);

  constructor(shop: ShopView, view: SessionView) {
    this.shop = shop;
    this.operator = view.operator;
    this.cart = view.cart;
    this.parked = view.parked;
    this.printing = view.printing;
    this.may = view.may;
    this.shift = view.shift;
    this.lastSale = view.last_sale;
  }
}

class Session {
  stage = $state.raw<Stage>({ at: 'starting' });
  /** The program stopped in the middle of something; told once to whoever signs on first. */
  stoppedUncleanly = $state(false);
  /** After such a stop: the last sale that was saved, of any shift. */
  lastSaved = $state.raw<SaleView | null>(null);

  /** The name of whoever is signed on. */
  get who(): string {
    return this.stage.at === 'counter' ? this.stage.counter.operator.name : '';
  }

  async start(): Promise<void> {
    this.stage = { at: 'starting' };
    try {
      const start = await api.start();
      this.stoppedUncleanly = !start.stopped_cleanly;
      this.lastSaved = start.last_saved;
      this.#show(start);
    } catch (error) {
      this.stage = { at: 'failed', error };
    }
  }

  /** Throws the refusal of a wrong PIN or a lock-out. */
  async signOn(shop: ShopView, operator: OperatorView, pin: string): Promise<void> {
    const view = await api.signOn({ operator: operator.operator, pin });
    this.stage = { at: 'counter', counter: new Counter(shop, view) };
  }

  /** The cart stays; whoever signs on next takes it over. */
  async lock(): Promise<void> {
    try {
      await api.signOff();
    } finally {
      // Nobody is signed on any more, even where that could not be written down.
      await this.lookAgain();
    }
  }

  /** Asks the register anew what is true. */
  async lookAgain(): Promise<Start> {
    const start = await api.start();
    if (!start.session || this.stage.at !== 'counter') this.#show(start);
    return start;
  }

  /** Acts on refusals that put the whole window elsewhere. */
  async heed(error: unknown): Promise<void> {
    const code = asRefusal(error)?.code;
    if (this.stage.at !== 'counter') return;
    if (code === known.nobodySignedOn) await this.lookAgain();
    if (code === known.noShift) this.stage.counter.shift = null;
  }

  #show(start: Start): void {
    const { shop, session, operators } = start;
    look.take(start.look);
    if (!shop) {
      this.stage = { at: 'no_shop', countries: start.countries };
      return;
    }
    i18n.follow(shop);
    if (session) this.stage = { at: 'counter', counter: new Counter(shop, session) };
    else this.stage = { at: 'sign_on', shop, operators };
  }
}

export const session = new Session();
