// The design's named colours for categories. A shop may also give `#rrggbb`.

const COLOURS: Readonly<Record<string, string>> = {
  blue: '#1f66b8',
  sky: '#0c7fb0',
  teal: '#0b7f74',
  green: '#2f7d32',
  olive: '#66701a',
  amber: '#b26b00',
  orange: '#c2560c',
  rust: '#a4442a',
  red: '#b3261e',
  rose: '#bb2463',
  pink: '#b32d8a',
  violet: '#7f3fb5',
  indigo: '#5a48c9',
  brown: '#7a5236',
  grey: '#5b6962',
  slate: '#4a5a6a',
};

/** A CSS colour; grey for a name that the design does not have. */
export function colourOf(name: string | null): string {
  if (name !== null && /^#[0-9a-f]{6}$/i.test(name)) return name;
  return (name === null ? undefined : COLOURS[name]) ?? 'var(--muted)';
}
