// What a picture cannot show to a machine: axe's findings, and words that are cut or lie outside the window.

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Serious and critical findings, one line each. */
export async function accessFaults(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(
    (values) => globalThis.axe.run(document, { runOnly: { type: 'tag', values } }),
    RULES,
  );
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${reason(node)}`));
}

const reason = (node) => [...node.any, ...node.all, ...node.none].map((check) => check.message)[0] ?? '';

/** Controls whose words do not fit into them, and controls that nobody can reach. */
export async function cutFaults(page) {
  return page.evaluate(() => {
    const scrolls = (element) => {
      for (let at = element.parentElement; at; at = at.parentElement)
        if (/auto|scroll/.test(getComputedStyle(at).overflow)) return true;
      return false;
    };
    const name = (element) =>
      `${element.tagName.toLowerCase()} ${element.dataset.testid ?? ''} “${element.textContent.trim().slice(0, 40)}”`;
    const faults = [];
    const dialog = document.querySelector('[role=dialog]');
    for (const element of (dialog ?? document).querySelectorAll(
      'button, h1, h2, label, dt, dd, [role=status]',
    )) {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || box.height === 0 || element.closest('.sr-only')) continue;
      // A control that is touched beyond its edge reaches out by a pseudo-element, which is no word.
      const reachesOut = getComputedStyle(element, '::after').content !== 'none';
      const isCut =
        element.scrollWidth > element.clientWidth + 2 ||
        (!reachesOut && element.scrollHeight > element.clientHeight + 2);
      if (isCut && getComputedStyle(element).display !== 'inline') faults.push(`cut: ${name(element)}`);
      const isOutside =
        box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
      if (isOutside && !scrolls(element)) faults.push(`outside: ${name(element)}`);
    }
    return faults;
  });
}

/** Amounts that a name beside them reordered or pushed out, and rows that it blew up. */
export async function orderFaults(page) {
  return page.evaluate(() => {
    const faults = [];
    if (document.documentElement.scrollWidth > innerWidth) faults.push('the page is wider than the window');
    const name = (element) => `${element.dataset.testid} “${element.textContent.trim().slice(0, 40)}”`;
    const all = (...ids) => ids.flatMap((id) => [...document.querySelectorAll(`[data-testid="${id}"]`)]);
    for (const element of all('line-total', 'total', 'line-quantity', 'discount')) {
      const lefts = digitLefts(element);
      if (lefts.some((left, at) => at > 0 && left <= lefts[at - 1]))
        faults.push(`reordered: ${name(element)}`);
      const box = element.getBoundingClientRect();
      const around = element.parentElement.getBoundingClientRect();
      const isOut = box.right > innerWidth + 1 || box.left < -1;
      if (isOut || box.right > around.right + 1 || box.left < around.left - 1)
        faults.push(`pushed out: ${name(element)}`);
    }
    for (const element of all('total', 'pay-exact', 'pay-card', 'pay-split', 'park')) {
      const box = element.getBoundingClientRect();
      const hidden = box.bottom > innerHeight + 1 || box.top < -1 || box.width === 0;
      if (hidden && !document.querySelector('[role=dialog]')) faults.push(`out of sight: ${name(element)}`);
    }
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
    for (const row of all('cart-line', 'unknown-line', 'tile', 'result')) {
      const high = row.getBoundingClientRect().height;
      if (high > 16 * rem) faults.push(`${Math.round(high)} px high: ${name(row)}`);
    }
    return faults;

    /** Where each digit begins, in the order in which they are written. */
    function digitLefts(element) {
      const found = [];
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (let at = 0; at < node.data.length; at += 1) {
          if (!/[0-9]/.test(node.data[at])) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          found.push(range.getBoundingClientRect().left);
        }
      }
      return found;
    }
  });
}
