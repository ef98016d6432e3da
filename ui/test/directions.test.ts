// Arabic mirrors the window. What names a side of the screen, and icons that point, would stay behind.

import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
const eslint = new ESLint({ cwd: ROOT });

async function complaints(text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath: 'src/layout/Rail.svelte' });
  return (result?.messages ?? []).map((message) => message.ruleId);
}

const drawn = readdirSync(resolve(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(svelte|css)$/.test(path))
  .map((path) => ({ path, text: readFileSync(resolve(ROOT, 'src', path), 'utf8') }));

/** Declarations that name a side. Gradients and shadows have no other way to say it. */
const SIDED_STYLE =
  /^\s*((margin|padding|border)-(left|right)\b|(left|right):|text-align:\s*(left|right)|float:)/m;

function sidedStyles(text: string, path: string): boolean {
  const styles = path.endsWith('.css') ? text : [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].join('\n');
  return SIDED_STYLE.test(styles);
}

/** Icons that point along the line of reading, by name. */
const POINTING =
  /icons\/((?:arrow|chevron|chevrons|move|corner|panel)-[a-z-]*(?:left|right)|undo[a-z0-9-]*|redo[a-z0-9-]*|reply[a-z-]*|log-out|log-in)/g;
const css = drawn.find(({ path }) => path === 'app.css')?.text ?? '';
const turned = [...css.matchAll(/\[class\*='([a-z-]+)'\]/g)].map((match) => match[1]!);

const pointsWrong = (text: string) =>
  [...text.matchAll(POINTING)].some((match) => !turned.some((part) => `lucide-${match[1]!}`.includes(part)));

describe('a class that names a side is refused', () => {
  test.each([
    '<p class="flex ml-2">a</p>',
    '<p class="max-lg:pr-4">a</p>',
    '<p class="-left-1">a</p>',
    '<p class="right-[3px]">a</p>',
    '<p class="text-right">a</p>',
    '<p class="rounded-tl-lg border-r">a</p>',
    '<p class={["flex", "text-left"]}>a</p>',
    '<script lang="ts">\nconst look = `pl-${2}`;\n</script>\n<p class={look}>a</p>',
  ])('%s', async (text) => {
    expect(await complaints(text)).toContain('no-restricted-syntax');
  });

  test('and what has no side is not', async () => {
    const text =
      '<p class="ms-2 pe-4 start-0 text-start rounded-s-lg border-e inset-x-0 -translate-x-1/2">a</p>';
    expect(await complaints(text)).toEqual([]);
  });
});

describe('in every file that is drawn', () => {
  test('no style names a side', () => {
    expect(drawn.filter(({ path, text }) => sidedStyles(text, path)).map(({ path }) => path)).toEqual([]);
  });

  test('icons that point are mirrored', () => {
    expect(drawn.filter(({ text }) => pointsWrong(text)).map(({ path }) => path)).toEqual([]);
  });

  test('icons have a size that grows with the text', () => {
    const grown = new Set([...css.matchAll(/svg\.lucide\[width='(\d+)'\]/g)].map((match) => match[1]));
    const used = drawn.flatMap(({ path, text }) =>
      [...text.matchAll(/size=\{(\d+)\}/g)].map((match) => ({ path, size: match[1] })),
    );
    expect(used.filter(({ size }) => !grown.has(size))).toEqual([]);
  });
});

test('a forged style and a forged icon are found', () => {
  expect(sidedStyles('<style>\n  p {\n    margin-left: 1px;\n  }\n</style>', 'A.svelte')).toBe(true);
  expect(sidedStyles('p {\n  left: 0;\n}', 'a.css')).toBe(true);
  expect(turned).toContain('-right');
  expect(pointsWrong("import Next from '@lucide/svelte/icons/chevron-right';")).toBe(false);
  turned.length = 0;
  expect(pointsWrong("import Next from '@lucide/svelte/icons/chevron-right';")).toBe(true);
});
