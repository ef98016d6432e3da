// Prints the packages whose code, styles or fonts are in the built pages, one a line: name, version, licence, folder,
// separated by tabs. It begins with what the pages' sources import, and follows what those packages need.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ui = dirname(dirname(fileURLToPath(import.meta.url)));
const IMPORT = /(?:from|import|url\()\s*\(?\s*['"]((?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9.-]*)/g;

const files = readdirSync(join(ui, 'src'), { recursive: true });
const shown = files.filter(
  (file) => /\.(css|svelte|ts)$/.test(file) && !/\.test\.ts$|(^|[\\/])tests[\\/]/.test(file),
);
const texts = shown.map((file) => readFileSync(join(ui, 'src', file), 'utf8'));
const imported = texts.flatMap((text) => [...text.matchAll(IMPORT)].map((match) => match[1]));

// A package lies beside the one that needs it, or above.
function folderOf(name, from) {
  for (let at = from; at !== dirname(at); at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  return undefined;
}

const found = new Map();
function visit(name, from) {
  const folder = folderOf(name, from);
  if (folder === undefined || found.has(folder)) return;
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  found.set(folder, [about.name, about.version, about.license ?? '', folder].join('\t'));
  for (const needed of Object.keys({ ...about.dependencies, ...about.peerDependencies }))
    visit(needed, folder);
}

for (const name of new Set(imported)) visit(name, ui);
console.log([...found.values()].sort().join('\n'));
