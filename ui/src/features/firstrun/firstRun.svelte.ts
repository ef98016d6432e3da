// From an empty folder to a shop: what is typed, what is wrong with it, and the code that is shown once.

import { api } from '$lib/api';
import type { CountryView } from '$lib/bindings/pos/CountryView';
import type { RecoveryCode } from '$lib/bindings/pos/RecoveryCode';
import { i18n } from '$lib/i18n/i18n.svelte';
import type { KeyTarget } from '$lib/keyboard/listener';
import { faultsOf, placeOf, typedPlace, USUAL_PRINTER, type PlaceFault } from '$lib/printer/place';
import { asRefusal } from '$lib/refusal';
import { session } from '$lib/session.svelte';
import { play } from '$lib/sound';

/** An owner may do everything, so theirs is longer than a cashier's. */
export const LEAST_PIN_DIGITS = 6;
export const MOST_PIN_DIGITS = 12;

type Field = 'name' | 'taxId' | 'owner' | 'pin' | 'pinAgain';

/** Refusals that belong to one field. */
const FIELD_OF: Readonly<Record<string, Field>> = {
  'SHO-003': 'taxId',
  'STF-005': 'owner',
  'STF-008': 'pin',
};

export class FirstRun {
  country = $state('');
  name = $state('');
  address = $state('');
  taxId = $state('');
  owner = $state('');
  pin = $state('');
  pinAgain = $state('');
  place = $state(typedPlace(USUAL_PRINTER.connection));
  busy = $state<'shop' | 'demo' | null>(null);
  error = $state.raw<unknown>(null);
  code = $state.raw<RecoveryCode | null>(null);
  /** Nothing is called wrong before somebody has tried. */
  #tried = $state(false);
  #refused = $state.raw<{ readonly field: Field; readonly error: unknown } | null>(null);

  readonly placeFaults = $derived<readonly PlaceFault[]>(this.#tried ? faultsOf(this.place) : []);

  constructor(countries: readonly CountryView[]) {
    this.country = countries[0]?.code ?? '';
  }

  /** What is wrong with a field; null while nothing is. */
  fault(field: Field): string | null {
    if (this.#refused?.field === field) return i18n.failure(this.#refused.error);
    return this.#tried ? this.#missing(field) : null;
  }

  /** Typing is an answer to a refusal. */
  touch(): void {
    this.#refused = null;
    this.error = null;
  }

  async openShop(): Promise<void> {
    if (this.busy) return;
    this.#tried = true;
    const fields = ['name', 'owner', 'pin', 'pinAgain'] as const;
    if (fields.some((field) => this.#missing(field)) || faultsOf(this.place).length > 0) {
      play('refused');
      return;
    }
    await this.#run('shop', async () => {
      this.code = await api.setUpShop({
        country: this.country,
        language: i18n.language,
        name: this.name.trim(),
        address: linesOf(this.address),
        tax_id: this.taxId.trim() || null,
        owner: this.owner.trim(),
        pin: this.pin,
        printer: { ...USUAL_PRINTER, connection: placeOf(this.place) },
      });
    });
  }

  async openDemo(): Promise<void> {
    if (this.busy) return;
    await this.#run('demo', async () => {
      await api.setUpDemo({ language: i18n.language });
      await session.start();
    });
  }

  async #run(what: 'shop' | 'demo', task: () => Promise<void>): Promise<void> {
    this.busy = what;
    this.touch();
    try {
      await task();
    } catch (error) {
      const field = FIELD_OF[asRefusal(error)?.code ?? ''];
      if (field) this.#refused = { field, error };
      else this.error = error;
      play('refused');
    } finally {
      this.busy = null;
    }
  }

  #missing(field: Field): string | null {
    const { needs } = i18n.words.firstRun;
    if (field === 'name') return this.name.trim() === '' ? needs.name : null;
    if (field === 'owner') return this.owner.trim() === '' ? needs.owner : null;
    if (field === 'pin')
      return this.pin.length < LEAST_PIN_DIGITS ? needs.pinLength(LEAST_PIN_DIGITS, MOST_PIN_DIGITS) : null;
    if (field === 'pinAgain') return this.pin === this.pinAgain ? null : needs.pinDiffers;
    return null;
  }

  /** There is nothing to sell yet, so a scan is refused and types nothing. */
  readonly keys: KeyTarget = { scan: () => play('refused'), mark: () => () => undefined, key: () => false };
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
