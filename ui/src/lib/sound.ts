// Four sounds that a cashier tells apart without looking up. Each has its picture too: nothing is only heard.

import { look } from '$lib/look.svelte';

export type Sound = 'ok' | 'unknown' | 'refused' | 'paid';

export interface Tone {
  readonly hertz: number;
  readonly atS: number;
  readonly lengthS: number;
  readonly wave: OscillatorType;
}

/** High and short is good, low is not; what nobody knows falls twice, what is paid rises. */
export const TONES: Readonly<Record<Sound, readonly Tone[]>> = {
  ok: [{ hertz: 1320, atS: 0, lengthS: 0.07, wave: 'sine' }],
  unknown: [
    { hertz: 440, atS: 0, lengthS: 0.14, wave: 'square' },
    { hertz: 330, atS: 0.18, lengthS: 0.22, wave: 'square' },
  ],
  refused: [{ hertz: 196, atS: 0, lengthS: 0.26, wave: 'triangle' }],
  paid: [
    { hertz: 784, atS: 0, lengthS: 0.09, wave: 'sine' },
    { hertz: 1047, atS: 0.09, lengthS: 0.09, wave: 'sine' },
    { hertz: 1568, atS: 0.18, lengthS: 0.2, wave: 'sine' },
  ],
};
/** A square wave is heard far louder than a sine of the same height. */
export const LOUDNESS: Readonly<Record<OscillatorType, number>> = {
  sine: 0.12,
  triangle: 0.25,
  square: 0.05,
  sawtooth: 0.05,
  custom: 0,
};

let context: AudioContext | null = null;

/** Sounds, unless this register is to be silent. */
export function play(sound: Sound): void {
  if (!look.sounds) return;
  try {
    context ??= new AudioContext();
    if (context.state === 'suspended') void context.resume();
    for (const tone of TONES[sound]) ring(context, tone);
  } catch {
    // A register without a sound card sells all the same.
  }
}

function ring(on: AudioContext, tone: Tone): void {
  const start = on.currentTime + tone.atS;
  const end = start + tone.lengthS;
  const loudness = on.createGain();
  loudness.gain.setValueAtTime(LOUDNESS[tone.wave], start);
  loudness.gain.exponentialRampToValueAtTime(0.001, end);
  const source = on.createOscillator();
  source.type = tone.wave;
  source.frequency.value = tone.hertz;
  source.connect(loudness).connect(on.destination);
  source.start(start);
  source.stop(end);
}
