// What a key prints on an American keyboard, whatever the layout: scanners type as if they were one, and under a
// Greek layout their letters would arrive as Greek.

/** Keys whose character does not follow from their name: plain, then with Shift. */
const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  Space: [' ', ' '],
  NumpadAdd: ['+', '+'],
  NumpadSubtract: ['-', '-'],
  NumpadMultiply: ['*', '*'],
  NumpadDivide: ['/', '/'],
  NumpadDecimal: ['.', '.'],
};
const SHIFTED_DIGITS = ')!@#$%^&*(';

/** The character of a key press; null for keys that print nothing. */
export function physicalCharacter(event: Pick<KeyboardEvent, 'code' | 'shiftKey'>): string | null {
  const { code, shiftKey } = event;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shiftKey ? letter : letter.toLowerCase();
  const digit = /^Digit([0-9])$/.exec(code)?.[1];
  if (digit) return shiftKey ? (SHIFTED_DIGITS[Number(digit)] ?? null) : digit;
  const pad = /^Numpad([0-9])$/.exec(code)?.[1];
  if (pad) return pad;
  return MARKS[code]?.[shiftKey ? 1 : 0] ?? null;
}

const ARABIC_INDIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

/** The digit that a person typed, in Western figures; null for any other key. */
export function typedDigit(key: string): string | null {
  if (/^[0-9]$/.test(key)) return key;
  const point = key.length === 1 ? key.charCodeAt(0) : 0;
  for (const zero of [ARABIC_INDIC_ZERO, PERSIAN_ZERO]) {
    if (point >= zero && point <= zero + 9) return String(point - zero);
  }
  return null;
}
