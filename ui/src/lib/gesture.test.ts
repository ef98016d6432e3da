import { expect, test } from 'vitest';
import { gestures, type Gesture } from './gesture';

const refusal = { code: 'PAY-002', params: {}, text: 'too little' };

/** A transport that answers in turn: an error is thrown, anything else is the answer. */
function transport(...answers: unknown[]) {
  const ids: string[] = [];
  const send = <Answer>(_name: string, request: Gesture): Promise<Answer> => {
    ids.push(request.command);
    const answer = answers.shift();
    return answer instanceof Error || answer === refusal
      ? Promise.reject(answer as Error)
      : Promise.resolve(answer as Answer);
  };
  return { once: gestures(send), ids };
}

test('each gesture has an id of its own', async () => {
  const { once, ids } = transport('first', 'second');
  await once('pay_cash', { order: '1' });
  await once('pay_cash', { order: '1' });
  expect(new Set(ids).size).toBe(2);
});

test('the same gesture after a lost answer goes out under the same id', async () => {
  const { once, ids } = transport(new Error('lost'), 'paid');
  await expect(once('pay_cash', { order: '1' })).rejects.toThrow('lost');
  await expect(once('pay_cash', { order: '1' })).resolves.toBe('paid');
  expect(ids[0]).toBe(ids[1]);
});

test('another gesture after a lost answer has another id', async () => {
  const { once, ids } = transport(new Error('lost'), 'paid');
  await expect(once('pay_cash', { order: '1' })).rejects.toThrow('lost');
  await once('pay_cash', { order: '2' });
  expect(ids[0]).not.toBe(ids[1]);
});

test('a refused gesture was answered, and is a new one next time', async () => {
  const { once, ids } = transport(refusal, 'paid');
  await expect(once('pay_cash', { order: '1' })).rejects.toBe(refusal);
  await once('pay_cash', { order: '1' });
  expect(ids[0]).not.toBe(ids[1]);
});
