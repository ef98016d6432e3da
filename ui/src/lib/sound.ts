// Three sounds that a cashier tells apart without looking up.

export type Sound = 'ok' | 'unknown' | 'refused';

interface Tone {
  readonly hertz: number;
  readonly atS: number;
  readonly lengthS: number;
  readonly wave: OscillatorType;
}

const TONES: Readonly<Record<Sound, readonly Tone[]>> = {
  ok: [{ hertz: 1320, atS: 0, lengthS: 0.07, wave: 'sine' }],
  unknown: [
    { hertz: 440, atS: 0, lengthS: 0.14, wave: 'square' },
    { hertz: 330, atS: 0.18, lengthS: 0.22, wave: 'square' },
  ],
  refused: [{ hertz: 196, atS: 0, lengthS: 0.26, wave: 'triangle' }],
};
const LOUDNESS: Readonly<Record<OscillatorType, number>> = {
  sine: 0.12,
  triangle: 0.25,
  square: 0.05,
  sawtooth: 0.05,
  custom: 0,
};

let context: AudioContext | null = null;

export function play(sound: Sound): void {
  try {
    context ??= new AudioContext();
    if (context.state === 'suspended') void context.resume();
    for (const tone of TONES[sound]) ring(context, tone);
  } catch {
    // A register without a sound card sells all the same, and every sound has its picture.
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
