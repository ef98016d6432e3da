// What is wrong with a dictionary, beside what its type already refuses: words that are empty, still English, or that
// forget a value.

type Tree = Readonly<Record<string, unknown>>;

/** Codes and names that are the same in every language. */
const NOT_WORDS = /(^|\.)(code|direction|languageName)$/;
/** Words that a shop says in Latin letters whatever it speaks. */
const LATIN_ON_PURPOSE = /^(Minas POS|PIN|SKU|USB|TCP\/IP|Viva|IRIS|[A-Z]{2,4}|\d+ mm)$/;

/** Every fault as `path: what`, compared with the English words. */
export function faultsOf(words: Tree, english: Tree, script: RegExp | null): string[] {
  const faults: string[] = [];
  const told = new Map(leavesOf(words));
  const wanted = new Map(leavesOf(english));
  for (const [path, leaf] of wanted) {
    const own = told.get(path);
    if (own === undefined) faults.push(`${path}: missing`);
    else faults.push(...faultsOfLeaf(path, own, leaf, script));
  }
  for (const path of told.keys()) if (!wanted.has(path)) faults.push(`${path}: English has no such words`);
  return faults;
}

/** Every text of a dictionary as the window would show it. */
export function textsOf(words: Tree): string[] {
  return [...leavesOf(words)].map(([, leaf]) => textOf(leaf));
}

function* leavesOf(tree: Tree, above = ''): Generator<[string, unknown]> {
  for (const [name, value] of Object.entries(tree)) {
    const path = above === '' ? name : `${above}.${name}`;
    if (typeof value === 'object' && value !== null) yield* leavesOf(value as Tree, path);
    else yield [path, value];
  }
}

function faultsOfLeaf(path: string, own: unknown, english: unknown, script: RegExp | null): string[] {
  if (NOT_WORDS.test(path)) return [];
  if (typeof own !== typeof english) return [`${path}: another kind than in English`];
  const text = textOf(own);
  const original = textOf(english);
  if (text.trim() === '') return [`${path}: empty`];
  const lost = valuesIn(original).filter((value) => !text.includes(value));
  if (lost.length > 0) return [`${path}: forgets a value`];
  const isWord = /\p{L}/u.test(bare(original)) && !LATIN_ON_PURPOSE.test(original);
  if (script && isWord && !script.test(bare(text))) return [`${path}: not translated`];
  return [];
}

/** A text that is built of values is asked with values that are easy to find again. */
function textOf(leaf: unknown): string {
  if (typeof leaf !== 'function') return String(leaf);
  const build = leaf as (...values: string[]) => unknown;
  return String(build(...Array.from({ length: build.length }, (_, at) => String(7101 + at))));
}

const VALUE = /\{\w+\}|71\d\d/g;
const valuesIn = (text: string) => text.match(VALUE) ?? [];
const bare = (text: string) => text.replace(VALUE, '');
