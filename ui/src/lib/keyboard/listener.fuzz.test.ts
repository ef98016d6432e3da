// Any scanner beside any person: every whole burst is one scan of exactly its characters, what a person types never
// is one, and no key of a scanner ever presses the button that has the focus.

import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keyOf, pause, press, type Key } from '../../../test/keys';
import { tries } from '../../../test/fuzz';
import { Burst, MOST_CHARACTERS } from './burst';
import { isGtin } from './gtin';
import { attachKeyboard, listen, type KeyTarget } from './listener';

const ENTER: Key = { code: 'Enter', key: 'Enter' };
const TAB: Key = { code: 'Tab', key: 'Tab' };
const LINE_FEED: Key = { code: 'KeyJ', key: 'j', ctrlKey: true };
const SEPARATOR: Key = { code: 'BracketRight', key: ']', ctrlKey: true };

/** What scanners send behind a code. */
const ENDS: readonly (readonly Key[])[] = [
  [ENTER],
  [TAB],
  [],
  [ENTER, ENTER],
  [ENTER, LINE_FEED],
  [TAB, ENTER],
];

interface Burst_ {
  readonly code: string;
  readonly gapMs: number;
  readonly layout: 'us' | 'greek';
  readonly end: readonly Key[];
  readonly separatorAt: number | null;
}
type Act =
  | { readonly kind: 'burst'; readonly burst: Burst_; readonly quietMs: number }
  | { readonly kind: 'type'; readonly text: string; readonly gapMs: number }
  | { readonly kind: 'press'; readonly key: Key }
  | { readonly kind: 'hold'; readonly key: Key; readonly times: number }
  | { readonly kind: 'focus'; readonly on: 'button' | 'field' | 'nothing' }
  | { readonly kind: 'dialog'; readonly open: boolean };

const character = fc.constantFrom(...'0123456789ABCxyz-./+%*:');
const digits = (minLength: number, maxLength: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength, maxLength });
const code = fc.oneof(
  digits(4, 14),
  fc.string({ unit: character, minLength: 4, maxLength: MOST_CHARACTERS }),
);
const burst: fc.Arbitrary<Burst_> = fc.record({
  code,
  gapMs: fc.integer({ min: 0, max: 25 }),
  layout: fc.constantFrom('us', 'greek'),
  end: fc.constantFrom(...ENDS),
  separatorAt: fc.option(fc.integer({ min: 2, max: 3 })),
});
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('burst'), burst, quietMs: fc.integer({ min: 400, max: 900 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('type'),
      text: fc.string({ unit: character, maxLength: 20 }),
      gapMs: fc.integer({ min: 61, max: 400 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('press'),
      key: fc.constantFrom(
        ENTER,
        TAB,
        keyOf(' '),
        { code: 'ShiftLeft', key: 'Shift' },
        { code: 'AltRight', key: 'AltGraph' },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('hold'),
      key: fc.constantFrom(ENTER, keyOf('7'), { code: 'F9', key: 'F9' }),
      times: fc.integer({ min: 1, max: 40 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('focus'), on: fc.constantFrom('button', 'field', 'nothing') }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('dialog'), open: fc.boolean() }) },
);

/** A page with a paying button and a field, whose keys do what a browser makes them do. */
class Page {
  readonly scans: string[] = [];
  readonly seen: string[] = [];
  paid = 0;
  readonly #button = document.createElement('button');
  readonly #field = document.createElement('input');
  readonly #stop = attachKeyboard();
  readonly #dialogs: (() => void)[] = [listen(this.#target())];

  constructor() {
    document.body.replaceChildren(this.#button, this.#field);
  }

  close(): void {
    for (const leave of this.#dialogs) leave();
    this.#stop();
  }

  get field(): string {
    return this.#field.value;
  }

  #target(): KeyTarget {
    return {
      scan: (scanned) => this.scans.push(scanned),
      mark: () => {
        const { length } = this.seen;
        return () => (this.seen.length = length);
      },
      key: (event) => {
        if (event.key.length === 1) this.seen.push(event.key);
        return false;
      },
    };
  }

  press(key: Key, afterMs: number): void {
    pause(afterMs);
    vi.advanceTimersByTime(afterMs);
    const { activeElement } = document;
    const goesOn = press(key);
    if (!goesOn || document.activeElement !== activeElement) return;
    if (activeElement === this.#button && (key.key === 'Enter' || key.key === ' ')) this.paid += 1;
    if (activeElement === this.#field && key.key.length === 1 && !key.ctrlKey) this.#field.value += key.key;
  }

  scan({ code: sent, gapMs, layout, end, separatorAt }: Burst_, quietMs: number): void {
    [...sent].forEach((each, at) => {
      if (at === separatorAt) this.press(SEPARATOR, gapMs);
      this.press(keyOf(each, layout), at === 0 ? quietMs : gapMs);
    });
    for (const key of end) this.press(key, gapMs);
    // What a person does next is not so near.
    this.quiet(400);
  }

  quiet(ms: number): void {
    pause(ms);
    vi.advanceTimersByTime(ms);
  }

  focus(on: 'button' | 'field' | 'nothing'): void {
    (document.activeElement as HTMLElement | null)?.blur();
    if (on === 'button') this.#button.focus();
    if (on === 'field') this.#field.focus();
  }

  get onButton(): boolean {
    return document.activeElement === this.#button;
  }

  dialog(open: boolean): void {
    if (open) this.#dialogs.push(listen(this.#target()));
    else if (this.#dialogs.length > 1) this.#dialogs.pop()?.();
  }
}

let page: Page;
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  page.close();
  document.body.replaceChildren();
  vi.useRealTimers();
});

function opened(): Page {
  (page as Page | undefined)?.close();
  page = new Page();
  page.quiet(10_000);
  return page;
}

describe('whatever keys come', () => {
  test('each burst is one scan, typing is none, and only a person presses', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        const shown = opened();
        const expected: string[] = [];
        let pressed = 0;
        for (const each of acts) {
          const typedBefore = [shown.field, shown.seen.length];
          switch (each.kind) {
            case 'burst':
              shown.scan(each.burst, each.quietMs);
              expected.push(each.burst.code);
              expect([shown.field, shown.seen.length], 'a scan leaves what was typed').toEqual(typedBefore);
              break;
            case 'type':
              for (const one of each.text) shown.press(keyOf(one), each.gapMs);
              shown.quiet(400);
              break;
            case 'press':
              if (shown.onButton && (each.key.key === 'Enter' || each.key.key === ' ')) pressed += 1;
              shown.press(each.key, 500);
              shown.quiet(400);
              break;
            case 'hold':
              for (let time = 0; time < each.times; time += 1) shown.press({ ...each.key, repeat: true }, 30);
              shown.quiet(400);
              break;
            case 'focus':
              shown.focus(each.on);
              break;
            case 'dialog':
              shown.dialog(each.open);
          }
        }
        expect(shown.scans).toEqual(expected);
        expect(shown.paid).toBe(pressed);
      }),
      tries(200),
    );
  });

  test('goods scanned right behind typed digits are those goods, and the digits stay', () => {
    const goods = digits(12, 12).map((body) => [...'0123456789'].map((last) => body + last).find(isGtin)!);
    const typing = fc.array(fc.tuple(fc.constantFrom(...'0123456789'), fc.integer({ min: 61, max: 149 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(typing, goods, fc.integer({ min: 0, max: 25 }), (typed, scanned, gapMs) => {
        fc.pre(!isGtin(typed.map(([digit]) => digit).join('') + scanned));
        const shown = opened();
        shown.focus('button');
        for (const [digit, beforeMs] of typed) shown.press(keyOf(digit), beforeMs);
        shown.scan({ code: scanned, gapMs, layout: 'us', end: [ENTER], separatorAt: null }, 100);
        expect(shown.scans).toEqual([scanned]);
        expect(shown.seen.join('')).toBe(typed.map(([digit]) => digit).join(''));
        expect(shown.paid).toBe(0);
      }),
      tries(200),
    );
  });

  test('two scanners at once sell nothing, and leave nothing behind', () => {
    const key = fc.tuple(
      fc.constantFrom(...[...'0123456789ABC'].map((one) => keyOf(one)), ENTER, TAB),
      fc.integer({ min: 0, max: 20 }),
    );
    fc.assert(
      fc.property(fc.array(key, { minLength: 6, maxLength: 300 }), (keys) => {
        const shown = opened();
        shown.focus('button');
        // Both begin with a code, or the first Enter would be a person's.
        for (const each of '5201') shown.press(keyOf(each), 3);
        for (const [each, afterMs] of keys) shown.press(each, afterMs);
        shown.press(ENTER, 3);
        shown.quiet(500);
        expect(shown.paid).toBe(0);
        expect(shown.scans.length).toBeGreaterThan(0);
        const next = shown.scans.length;
        shown.scan(
          { code: '5201234567890', gapMs: 4, layout: 'greek', end: [ENTER], separatorAt: null },
          500,
        );
        expect(shown.scans.slice(next)).toEqual(['5201234567890']);
      }),
      tries(100),
    );
  });

  test('no sequence is kept beyond what the register refuses, and none of it presses a button', () => {
    fc.assert(
      fc.property(fc.integer({ min: 130, max: 3_000 }), fc.integer({ min: 0, max: 25 }), (length, gapMs) => {
        const kept = new Burst();
        for (let at = 0; at < length; at += 1) kept.push('7', at * gapMs);
        expect(kept.close()?.code).toBe('7'.repeat(MOST_CHARACTERS));
        const shown = opened();
        shown.focus('button');
        shown.scan({ code: '7'.repeat(length), gapMs, layout: 'us', end: [ENTER], separatorAt: null }, 500);
        expect(shown.paid).toBe(0);
      }),
      tries(20),
    );
  });
});
