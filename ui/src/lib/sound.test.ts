import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { look } from '$lib/look.svelte';
import { LOUDNESS, play, TONES, type Sound, type Tone } from './sound';

const sounds = Object.keys(TONES) as Sound[];
const pairs = sounds.flatMap((one, at) => sounds.slice(at + 1).map((other) => [one, other] as const));

const endS = (tones: readonly Tone[]) => Math.max(...tones.map((tone) => tone.atS + tone.lengthS));
const first = (tones: readonly Tone[]) => tones[0]!;
const last = (tones: readonly Tone[]) => tones.at(-1)!;
const ratio = (one: number, other: number) => Math.max(one, other) / Math.min(one, other);

/** In how many ways an ear tells two sounds apart. */
function differences(one: readonly Tone[], other: readonly Tone[]): number {
  return [
    one.length !== other.length,
    Math.sign(last(one).hertz - first(one).hertz) !== Math.sign(last(other).hertz - first(other).hertz),
    ratio(last(one).hertz, last(other).hertz) >= 1.4,
    ratio(endS(one), endS(other)) >= 1.5,
    first(one).wave !== first(other).wave,
  ].filter(Boolean).length;
}

describe('what a cashier hears', () => {
  test.each(pairs)('%s and %s differ in three ways or more', (one, other) => {
    expect(differences(TONES[one], TONES[other])).toBeGreaterThanOrEqual(3);
  });

  test.each(sounds)('%s is short, and softer than a voice', (sound) => {
    expect(endS(TONES[sound])).toBeLessThanOrEqual(0.45);
    for (const tone of TONES[sound]) expect(LOUDNESS[tone.wave]).toBeLessThanOrEqual(0.25);
  });
});

describe('a register', () => {
  const made = vi.fn();
  const kept = look.kept;

  beforeEach(() => {
    made.mockReset();
    vi.stubGlobal('AudioContext', function NoSoundCard() {
      made();
      throw new Error('no sound card');
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    look.take(kept);
  });

  test('without a sound card goes on in silence', () => {
    look.take({ ...kept, sounds: true });
    expect(() => play('ok')).not.toThrow();
    expect(made).toHaveBeenCalledOnce();
  });

  test('that is to be silent makes no sound', () => {
    look.take({ ...kept, sounds: false });
    play('paid');
    expect(made).not.toHaveBeenCalled();
  });
});
