import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { enter, pause, press, scan, type } from '../../../test/keys';
import { attachKeyboard, listen, type KeyTarget } from './listener';

let scans: string[];
let typed: string;
let lone: string[];
let stops: (() => void)[];

const target: KeyTarget = {
  scan: (code) => scans.push(code),
  mark: () => {
    const before = typed;
    return () => (typed = before);
  },
  key: (event) => {
    if (!/^[0-9]$/.test(event.key)) return false;
    typed += event.key;
    return true;
  },
  lone: (character) => lone.push(character),
};

beforeEach(() => {
  vi.useFakeTimers();
  scans = [];
  typed = '';
  lone = [];
  stops = [attachKeyboard(), listen(target)];
});

afterEach(() => {
  for (const stop of stops) stop();
  document.body.replaceChildren();
  vi.useRealTimers();
});

function focused<Tag extends 'input' | 'button'>(tag: Tag): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  document.body.append(element);
  element.focus();
  return element;
}

describe('a scan', () => {
  test('is a burst that ends with Enter', () => {
    scan('5201234567890');
    expect(scans).toEqual(['5201234567890']);
  });

  test('is a burst that ends with Tab, and the focus stays', () => {
    type('5201234567890', 4);
    expect(press({ code: 'Tab', key: 'Tab' })).toBe(false);
    expect(scans).toEqual(['5201234567890']);
  });

  test('is a burst that ends in silence', () => {
    type('5201234567890', 4);
    expect(scans).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(scans).toEqual(['5201234567890']);
  });

  test('reads Latin letters under a Greek layout', () => {
    scan('ABEIKMOP-12', 'greek');
    expect(scans).toEqual(['ABEIKMOP-12']);
  });

  test('keeps small and capital letters as the scanner sent them', () => {
    scan('aBc-9');
    expect(scans).toEqual(['aBc-9']);
  });

  test('never presses the button that has the focus', () => {
    const pressed = vi.fn();
    focused('button').addEventListener('keydown', pressed);
    expect(scan('5201234567890')).toBe(false);
    expect(pressed.mock.calls.filter(([event]) => (event as KeyboardEvent).key === 'Enter')).toEqual([]);
  });

  test('takes back the digits that it typed on its way', () => {
    type('3', 500);
    expect(typed).toBe('3');
    scan('5201234567890');
    expect(typed).toBe('3');
  });

  test('leaves the field that has the focus as it was', () => {
    const field = focused('input');
    field.value = 'case';
    const seen: string[] = [];
    field.addEventListener('input', () => seen.push(field.value));
    pause(1_000);
    type('5', 4);
    field.value = 'case5';
    type('201234567890', 4);
    field.value = 'case5201234567890';
    enter();
    expect(field.value).toBe('case');
    expect(seen).toEqual(['case']);
    expect(scans).toEqual(['5201234567890']);
  });

  test('goes to what is in front', () => {
    const dialog: string[] = [];
    stops.push(listen({ ...target, scan: (code) => dialog.push(code) }));
    scan('5201234567890');
    expect([scans, dialog]).toEqual([[], ['5201234567890']]);
  });

  test('right after another is a scan of its own', () => {
    scan('5201234567890');
    scan('5201234567891');
    type('5201234567892', 4);
    pause(400);
    scan('5201234567894');
    expect(scans).toEqual(['5201234567890', '5201234567891', '5201234567892', '5201234567894']);
  });

  test('keeps its code when it sends a separator as a control key', () => {
    type('01052012', 4);
    expect(press({ code: 'BracketRight', key: ']', ctrlKey: true })).toBe(false);
    type('10AB', 4);
    enter();
    expect(scans).toEqual(['0105201210AB']);
  });
});

describe('the end of a code presses nothing', () => {
  const pressed = (...keys: { code: string; key: string; ctrlKey?: boolean }[]) => {
    focused('button');
    return keys.map((key) => {
      pause(4);
      return press(key);
    });
  };
  const ENTER = { code: 'Enter', key: 'Enter' };

  test('where it comes twice, or with a line feed behind it', () => {
    type('5201234567890', 4);
    expect(pressed(ENTER, ENTER, { code: 'KeyJ', key: 'j', ctrlKey: true })).toEqual([false, false, false]);
    expect(scans).toEqual(['5201234567890']);
  });

  test('where a busy page hands it over late', () => {
    type('5201234567890', 4);
    pause(200);
    vi.advanceTimersByTime(200);
    expect(pressed(ENTER)).toEqual([false]);
  });

  test('where the code is too short to be one', () => {
    pause(1_000);
    type('123', 4);
    expect(pressed(ENTER)).toEqual([false]);
    expect(scans).toEqual([]);
  });

  test('where the code is longer than any, and slow', () => {
    pause(1_000);
    type('7'.repeat(1_000), 10);
    expect(pressed(ENTER)).toEqual([false]);
    expect(scans).toEqual(['7'.repeat(129)]);
  });
});

describe('a scan right behind typed digits', () => {
  test('is its own code, and the digits stay', () => {
    pause(1_000);
    type('3', 4);
    pause(100);
    type('5201234567894', 4);
    enter();
    expect([scans, typed]).toEqual([['5201234567894'], '3']);
  });

  test('is a scan, however long they took', () => {
    pause(1_000);
    type('123456', 140);
    pause(100);
    type('96385074', 4);
    enter();
    expect([scans, typed]).toEqual([['96385074'], '123456']);
  });

  test('keeps a code whole that a stalled page tore apart', () => {
    pause(1_000);
    type('5', 4);
    pause(100);
    type('201234567894', 4);
    enter();
    expect([scans, typed]).toEqual([['5201234567894'], '']);
  });
});

describe('typing', () => {
  test('slowly is not a scan, and Enter keeps its effect', () => {
    type('5201234567890', 90);
    pause(90);
    expect(enter()).toBe(true);
    vi.advanceTimersByTime(500);
    expect(scans).toEqual([]);
    expect(typed).toBe('5201234567890');
  });

  test('three keys at once is not a scan', () => {
    scan('123');
    expect(scans).toEqual([]);
  });

  test('a held key does nothing outside of fields', () => {
    focused('button');
    expect(press({ code: 'Enter', key: 'Enter', repeat: true })).toBe(false);
    expect(press({ code: 'F9', key: 'F9', repeat: true })).toBe(false);
    expect(press({ code: 'Digit1', key: '1', repeat: true })).toBe(false);
    expect(typed).toBe('');
  });
});

describe('a plus', () => {
  test('that stands alone is a key', () => {
    press({ code: 'NumpadAdd', key: '+' });
    vi.advanceTimersByTime(100);
    pause(120);
    press({ code: 'NumpadAdd', key: '+' });
    vi.advanceTimersByTime(100);
    expect(lone).toEqual(['+', '+']);
  });

  test('inside a code is part of the code', () => {
    scan('AB-12');
    vi.advanceTimersByTime(500);
    expect(lone).toEqual([]);
  });
});
