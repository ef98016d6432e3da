// The language in front of the cashier: words, and how amounts and times read in it.

import type { Discount } from '$lib/bindings/contracts/Discount';
import type { Money } from '$lib/bindings/kernel/Money';
import type { Quantity } from '$lib/bindings/kernel/Quantity';
import type { Rate } from '$lib/bindings/kernel/Rate';
import type { UnitPrice } from '$lib/bindings/kernel/UnitPrice';
import type { ShopView } from '$lib/bindings/pos/ShopView';
import * as format from '$lib/format';
import { asRefusal } from '$lib/refusal';
import { ar } from './ar';
import { el } from './el';
import { en, type Dictionary } from './en';
import { messageOf } from './message';

export const dictionaries = { en, el, ar } satisfies Record<string, Dictionary>;
export type Language = keyof typeof dictionaries;
export const languages = Object.keys(dictionaries) as Language[];

/** Where a window remembers the choice while there is no shop that could keep it. */
const CHOICE_KEY = 'minas.language';

class I18n {
  /** What somebody chose in this window. */
  #choice = $state<Language | null>(remembered());
  /** What the register was told to speak. */
  #register = $state<Language | null>(null);
  #shop = $state<Language | null>(null);
  #country = $state<string | undefined>();
  #exponent = $state(2);

  readonly language = $derived<Language>(
    this.#choice ?? this.#register ?? this.#shop ?? languageOf(navigator.language) ?? 'en',
  );
  readonly words = $derived<Dictionary>(dictionaries[this.language]);
  readonly reading = $derived({
    tag: format.tagOf(this.language, this.#country),
    exponent: this.#exponent,
  });

  /** Reads as the shop reads, unless the register or somebody in this window wants another language. */
  follow(shop: ShopView): void {
    this.#country = shop.country;
    this.#exponent = shop.exponent;
    this.#shop = languageOf(shop.language);
    remember(null);
  }

  /** Speaks what the register's look says; null follows the shop. */
  wear(language: string | null): void {
    this.#register = languageOf(language);
  }

  /** Speaks it in this window, whatever was stored. */
  choose(language: Language): void {
    this.#choice = language;
    if (this.#country === undefined) remember(language);
  }

  /** What the register is told to speak counts again. */
  forgetChoice(): void {
    this.#choice = null;
    remember(null);
  }

  money = (money: Money) => format.formatMoney(money, this.reading);
  signed = (money: Money) => format.formatSigned(money, this.reading);
  off = (money: Money) => format.formatOff(money, this.reading);
  discount = (discount: Discount) => format.formatDiscount(discount, this.reading);
  note = (money: Money) => format.formatNote(money, this.reading);
  plain = (money: Money) => format.plainMoney(money, this.reading);
  unitPrice = (price: UnitPrice) => format.formatUnitPrice(price, this.reading);
  quantity = (quantity: Quantity) => format.formatQuantity(quantity, this.reading);
  rate = (rate: Rate) => format.formatRate(rate, this.reading);
  time = (ms: number) => format.formatTime(ms);
  ago = (ms: number, nowMs: number) => format.formatAgo(ms, nowMs, this.reading);
  day = (ms: number) => format.formatDay(ms, this.reading);

  /** What to tell about something that was thrown. */
  failure = (error: unknown): string => {
    const refusal = asRefusal(error);
    return refusal ? messageOf(refusal, this.words, this.reading) : this.words.failures.unanswered;
  };
}

function remembered(): Language | null {
  try {
    return languageOf(localStorage.getItem(CHOICE_KEY));
  } catch {
    return null;
  }
}

function remember(language: Language | null): void {
  try {
    if (language) localStorage.setItem(CHOICE_KEY, language);
    else localStorage.removeItem(CHOICE_KEY);
  } catch {
    // The choice then lasts until the window closes.
  }
}

/** The language of a tag; null for one that we do not speak, and for WebKit's "C". */
function languageOf(tag: string | null): Language | null {
  const start = tag?.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === start) ?? null;
}

export const i18n = new I18n();
