import { describe, expect, test } from 'vitest';
import { physicalCharacter, typedDigit } from './physical';

describe('a physical key', () => {
  test.each([
    ['KeyA', false, 'a'],
    ['KeyA', true, 'A'],
    ['Digit7', false, '7'],
    ['Digit7', true, '&'],
    ['Numpad7', false, '7'],
    ['Minus', false, '-'],
    ['NumpadDivide', false, '/'],
    ['F9', false, null],
    ['ArrowUp', false, null],
  ])('%s (Shift: %s) prints %s', (code, shiftKey, character) => {
    expect(physicalCharacter({ code, shiftKey })).toBe(character);
  });
});

test('digits of other scripts are digits', () => {
  expect(['7', '٧', '۷', 'x', 'F7'].map(typedDigit)).toEqual(['7', '7', '7', null, null]);
});
