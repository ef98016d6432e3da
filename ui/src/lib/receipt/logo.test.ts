import { expect, test } from 'vitest';
import { dithered, fitted } from './logo';

const pixels = (...shades: [number, number][]) =>
  new Uint8ClampedArray(shades.flatMap(([shade, alpha]) => [shade, shade, shade, alpha]));
const bytesOf = (bits: string) => [...atob(bits)].map((character) => character.charCodeAt(0));

test('black is 1, white and what is clear are 0, and rows are padded to whole bytes', () => {
  const logo = dithered(pixels([0, 255], [255, 255], [0, 0], [0, 255]), 2, 2);
  expect(logo).toMatchObject({ width: 2, height: 2 });
  expect(bytesOf(logo.bits)).toEqual([0b1000_0000, 0b0100_0000]);
});

test('half grey becomes half black', () => {
  const grey = dithered(
    new Uint8ClampedArray(16 * 16 * 4).fill(128).map((v, at) => (at % 4 === 3 ? 255 : v)),
    16,
    16,
  );
  const black = bytesOf(grey.bits).reduce(
    (sum, byte) => sum + byte.toString(2).replaceAll('0', '').length,
    0,
  );
  expect(black).toBeGreaterThan(110);
  expect(black).toBeLessThan(146);
});

test('a picture shrinks to the paper and never grows', () => {
  expect(fitted(1152, 400)).toEqual({ width: 576, height: 200 });
  expect(fitted(100, 800)).toEqual({ width: 50, height: 400 });
  expect(fitted(64, 32)).toEqual({ width: 64, height: 32 });
});
