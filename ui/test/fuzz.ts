// How often a property is tried. `MINAS_FUZZ=100` tries everything a hundred times as often.

const times = Number(process.env['MINAS_FUZZ'] ?? 1);

/** The settings of a property that is usually tried so many times. */
export function tries(usually: number): { numRuns: number } {
  return { numRuns: Math.max(1, Math.round(usually * times)) };
}
