// A picture in black and white, as a thermal printer burns it: one bit a dot, 1 is black.

import type { Logo } from '$lib/bindings/store/Logo';

/** The widest and the highest that paper takes. */
export const MOST_WIDTH_DOTS = 576;
export const MOST_HEIGHT_DOTS = 400;
const WHITE = 255;
const HALF = 128;
const DOTS_PER_BYTE = 8;

/** The size of a picture once it fits on the paper; it never grows. */
export function fitted(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, MOST_WIDTH_DOTS / width, MOST_HEIGHT_DOTS / height);
  return { width: Math.max(1, Math.floor(width * scale)), height: Math.max(1, Math.floor(height * scale)) };
}

/** Shades become dots by Floyd and Steinberg's diffusion. `rgba` is as a canvas holds it; what is clear is white. */
export function dithered(rgba: Uint8ClampedArray, width: number, height: number): Logo {
  const grey = new Float32Array(width * height);
  for (let at = 0; at < grey.length; at += 1) {
    const [r = 0, g = 0, b = 0, alpha = 0] = rgba.subarray(at * 4, at * 4 + 4);
    const light = 0.299 * r + 0.587 * g + 0.114 * b;
    grey[at] = WHITE + ((light - WHITE) * alpha) / WHITE;
  }
  const rowBytes = Math.ceil(width / DOTS_PER_BYTE);
  const bits = new Uint8Array(rowBytes * height);
  const spread = (x: number, y: number, error: number) => {
    if (x < 0 || x >= width || y >= height) return;
    grey[y * width + x] = (grey[y * width + x] ?? 0) + error;
  };
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const shade = grey[y * width + x] ?? WHITE;
      const black = shade < HALF;
      const byte = y * rowBytes + (x >> 3);
      if (black) bits[byte] = (bits[byte] ?? 0) | (0x80 >> (x & 7));
      const error = shade - (black ? 0 : WHITE);
      spread(x + 1, y, (error * 7) / 16);
      spread(x - 1, y + 1, (error * 3) / 16);
      spread(x, y + 1, (error * 5) / 16);
      spread(x + 1, y + 1, error / 16);
    }
  return { width, height, bits: base64(bits) };
}

/** Reads a picture file; throws where it is none. */
export async function logoOf(file: Blob): Promise<Logo> {
  const picture = await createImageBitmap(file);
  const { width, height } = fitted(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.drawImage(picture, 0, 0, width, height);
  picture.close();
  return dithered(context.getImageData(0, 0, width, height).data, width, height);
}

/** Draws the dots; white stays clear, so that the paper shows. */
export function drawLogo(logo: Logo, canvas: HTMLCanvasElement): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const bytes = atob(logo.bits);
  const rowBytes = Math.ceil(logo.width / DOTS_PER_BYTE);
  const picture = context.createImageData(logo.width, logo.height);
  for (let y = 0; y < logo.height; y += 1)
    for (let x = 0; x < logo.width; x += 1)
      if (bytes.charCodeAt(y * rowBytes + (x >> 3)) & (0x80 >> (x & 7)))
        picture.data[(y * logo.width + x) * 4 + 3] = WHITE;
  context.putImageData(picture, 0, 0);
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
