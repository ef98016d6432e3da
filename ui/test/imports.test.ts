// The import rules are worth something only if they fire: each forged file breaks one of them.

import { resolve } from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';

const eslint = new ESLint({ cwd: resolve(import.meta.dirname, '..') });

/** What ESLint says of a text, as if it stood in that file. */
async function complaints(filePath: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map((message) => message.ruleId);
}

const script = (text: string) => `<script lang="ts">\n${text}\n</script>\n`;

test.each([
  ['a feature imports another', 'src/features/shift/Shift.svelte', script("import '../sell/Sell.svelte';")],
  ['a feature imports another', 'src/features/sell/rows.ts', "import '../shift/shift.svelte';"],
  ['a feature knows the layout', 'src/features/sell/rows.ts', "import '../../layout/Rail.svelte';"],
  ['a feature talks to Tauri', 'src/features/sell/rows.ts', "import '@tauri-apps/api/core';"],
  ['the layout talks to Tauri', 'src/layout/Rail.svelte', script("import '@tauri-apps/api/core';")],
  ['lib talks to Tauri outside of api.ts', 'src/lib/queue.ts', "import '@tauri-apps/api/core';"],
  ['lib knows a feature', 'src/lib/api.ts', "import '../features/sell/rows';"],
  ['lib/ui knows a feature', 'src/lib/ui/Button.svelte', script("import '../../features/sell/rows';")],
  ['lib/ui knows the register', 'src/lib/ui/Button.svelte', script("import '$lib/api';")],
])('%s: %s is refused', async (_rule, filePath, text) => {
  expect(await complaints(filePath, text)).toContain('no-restricted-imports');
});

test.each([
  ['src/features/sell/rows.ts', 'export const sum = (a: { minor: number }) => a.minor + 1;'],
  ['src/features/sell/rows.ts', 'export const sum = ({ minor }: { minor: number }) => minor + 1;'],
  ['src/features/sell/rows.ts', "export const sum = (a: { minor: number }) => a['minor'] + 1;"],
  [
    'src/features/sell/Totals.svelte',
    script('let { a }: { a: { minor: number } } = $props();\nlet b = a.minor;'),
  ],
])('an amount is not computed with in %s', async (filePath, text) => {
  expect(await complaints(filePath, text)).toContain('no-restricted-syntax');
});

test('what is allowed stays allowed', async () => {
  expect(await complaints('src/lib/api.ts', "import '@tauri-apps/api/core';\n")).toEqual([]);
  expect(await complaints('src/features/sell/rows.ts', "import '$lib/format';\n")).toEqual([]);
});
