// The language in front of the cashier: words, and how amounts and times read in it.

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

/** Where this window remembers the cashier's choice. */
const CHOICE_KEY = 'minas.language';

class I18n {
  language = $state<Language>(chosen() ?? languageOf(navigator.language) ?? 'en');
  #country = $state<string | undefined>();
  #exponent = $state(2);

  readonly words = $derived<Dictionary>(dictionaries[this.language]);
  readonly reading = $derived({
    tag: format.tagOf(this.language, this.#country),
    exponent: this.#exponent,
  });

  /** Reads as the shop reads, unless somebody chose a language in this window. */
  follow(shop: ShopView): void {
    this.#country = shop.country;
    this.#exponent = shop.exponent;
    this.language = chosen() ?? languageOf(shop.language) ?? this.language;
  }

  choose(language: Language): void {
    this.language = language;
    try {
      localStorage.setItem(CHOICE_KEY, language);
    } catch {
      // The choice then lasts until the window closes.
    }
  }

  money = (money: Money) => format.formatMoney(money, this.reading);
  signed = (money: Money) => format.formatSigned(money, this.reading);
  off = (money: Money) => format.formatOff(money, this.reading);
  note = (money: Money) => format.formatNote(money, this.reading);
  plain = (money: Money) => format.plainMoney(money, this.reading);
  unitPrice = (price: UnitPrice) => format.formatUnitPrice(price, this.reading);
  quantity = (quantity: Quantity) => format.formatQuantity(quantity, this.reading);
  rate = (rate: Rate) => format.formatRate(rate, this.reading);
  time = (ms: number) => format.formatTime(ms, this.reading);
  ago = (ms: number, nowMs: number) => format.formatAgo(ms, nowMs, this.reading);
  day = (ms: number) => format.formatDay(ms, this.reading);

  /** What to tell about something that was thrown. */
  failure = (error: unknown): string => {
    const refusal = asRefusal(error);
    return refusal ? messageOf(refusal, this.words, this.reading) : this.words.failures.unanswered;
  };
}

function chosen(): Language | null {
  try {
    return languageOf(localStorage.getItem(CHOICE_KEY));
  } catch {
    return null;
  }
}

/** The language of a tag; null for one that we do not speak, and for WebKit's "C". */
function languageOf(tag: string | null): Language | null {
  const start = tag?.toLowerCase().split(/[-_]/)[0];
  return languages.find((language) => language === start) ?? null;
}

export const i18n = new I18n();
