import { render, screen, waitFor } from '@testing-library/svelte';
import { createRawSnippet, flushSync } from 'svelte';
import { expect, test, vi } from 'vitest';
import Later from './Later.svelte';
import { Part, readAfterPicture } from './part.svelte';

const shown = createRawSnippet<[string]>((made) => ({
  render: () => `<p data-testid="shown">${made()}</p>`,
}));

test('a part is read once, however often it is asked for', async () => {
  const read = vi.fn(() => Promise.resolve('made'));
  const part = new Part(read);
  await Promise.all([part.read(), part.read()]);
  await part.read();
  expect(part.made).toBe('made');
  expect(read).toHaveBeenCalledOnce();
});

test('a part that was not read is tried again', async () => {
  const read = vi.fn(() => Promise.resolve('made')).mockRejectedValueOnce(new Error('torn'));
  const part = new Part(read);
  await part.read();
  expect([part.made, part.error]).toEqual([null, new Error('torn')]);
  await part.read();
  expect([part.made, part.error]).toEqual(['made', null]);
});

test('a part that is there is shown at once', async () => {
  const part = new Part(() => Promise.resolve('made'));
  await part.read();
  render(Later<string>, { part, children: shown });
  expect(screen.getByTestId('shown')).toHaveTextContent('made');
});

test('a part that cannot be read strands nobody: it says so, and the page begins anew', async () => {
  const retry = vi.fn();
  const part = new Part<string>(() => Promise.reject(new Error('torn')));
  render(Later<string>, { part, children: shown, onretry: retry });
  const stopped = await waitFor(() => screen.getByTestId('stopped'));
  expect(stopped).toHaveTextContent('A part of the window did not open');
  screen.getByRole('button').click();
  expect(retry).toHaveBeenCalledOnce();
});

test('parts are read after the picture, one after the other, until they are given up', async () => {
  const order: string[] = [];
  const named = (name: string) =>
    new Part(() => {
      order.push(name);
      return Promise.resolve(name);
    });
  const [first, second, unwanted] = [named('first'), named('second'), named('unwanted')];
  readAfterPicture([first, second]);
  const giveUp = readAfterPicture([unwanted]);
  giveUp();
  flushSync();
  expect(order).toEqual([]);
  await waitFor(() => expect(second.made).toBe('second'));
  expect(order).toEqual(['first', 'second']);
});
