import { expect, test } from 'vitest';
import type { CartLineView } from '$lib/bindings/pos/CartLineView';
import { Rows } from './rows';

const line = (number: number, milli = 1_000) =>
  ({ line: number, name: `line ${number}`, quantity: { milli, unit: 'ea' } }) as CartLineView;

test('a line that reads as before is the same row, so that it is not drawn again', () => {
  const rows = new Rows();
  const [first, second] = rows.of([line(1), line(2)], []);
  const [again, raised, added] = rows.of([line(1), line(2, 2_000), line(3)], []);
  expect(again).toBe(first);
  expect(raised).not.toBe(second);
  expect(raised).toMatchObject({ line: { quantity: { milli: 2_000 } } });
  expect(added).toMatchObject({ kind: 'line', key: 'line 3' });
});

test('a code stands after the line that it was scanned after', () => {
  const code = { after: 1, unknown: 1, code: '5209999999990' };
  const keys = new Rows().of([line(1), line(2)], [code]).map(({ key }) => key);
  expect(keys).toEqual(['line 1', 'unknown 1', 'line 2']);
});
