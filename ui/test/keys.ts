// Key presses with a rhythm: time is given, never waited for.

export interface Key {
  readonly code: string;
  readonly key: string;
  readonly shiftKey?: boolean;
  readonly ctrlKey?: boolean;
  readonly repeat?: boolean;
}

const GREEK: Readonly<Record<string, string>> = {
  A: 'Α',
  B: 'Β',
  E: 'Ε',
  I: 'Ι',
  K: 'Κ',
  M: 'Μ',
  O: 'Ο',
  P: 'Π',
};

/** What the page's clock says; each test goes on from where the last one stopped, as a real day does. */
let nowMs = 1_000;

export function pause(ms: number): void {
  nowMs += ms;
}

/** Presses a key where the focus is; false when its default was prevented. */
export function press(key: Key, target: EventTarget = document.activeElement ?? document.body): boolean {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...key });
  Object.defineProperty(event, 'timeStamp', { value: nowMs });
  return target.dispatchEvent(event);
}

/** Types each character so many milliseconds after the one before it. */
export function type(text: string, gapMs: number, layout: 'us' | 'greek' = 'us'): boolean[] {
  return [...text].map((character) => {
    pause(gapMs);
    return press(keyOf(character, layout));
  });
}

/** What a scanner does: a burst with Enter after it. Answers whether Enter had its usual effect. */
export function scan(code: string, layout: 'us' | 'greek' = 'us'): boolean {
  pause(1_000);
  type(code, 4, layout);
  pause(4);
  return enter();
}

export function enter(): boolean {
  return press({ code: 'Enter', key: 'Enter' });
}

/** Marks by their key on an American keyboard. */
const MARKS: Readonly<Record<string, string>> = {
  '.': 'Period',
  '/': 'Slash',
  '+': 'Equal',
  '%': 'Digit5',
  '*': 'Digit8',
  ':': 'Semicolon',
};
const SHIFTED = '+%*:';

export function keyOf(character: string, layout: 'us' | 'greek' = 'us'): Key {
  const mark = MARKS[character];
  if (mark) return { code: mark, key: character, shiftKey: SHIFTED.includes(character) };
  if (/[0-9]/.test(character)) return { code: `Digit${character}`, key: character };
  if (character === '-') return { code: 'Minus', key: '-' };
  if (character === ' ') return { code: 'Space', key: ' ' };
  const upper = character.toUpperCase();
  const printed = layout === 'greek' ? (GREEK[upper] ?? upper) : upper;
  const shiftKey = character === upper;
  return { code: `Key${upper}`, key: shiftKey ? printed : printed.toLowerCase(), shiftKey };
}
