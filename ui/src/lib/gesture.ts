// One gesture, one command id. A transport that failed may have carried the command all the same, so the same
// gesture made again goes out under the same id, and the register answers with what it did the first time.

import type { CommandId } from '$lib/bindings/kernel/CommandId';
import { asRefusal } from '$lib/refusal';

export interface Gesture {
  readonly command: CommandId;
}

type Send = <Answer>(name: string, request: Gesture) => Promise<Answer>;

/** Sends each gesture under an id of its own, and an unanswered one under the id that it had. */
export function gestures(send: Send) {
  const unanswered = new Map<string, CommandId>();

  return async function once<Answer>(name: string, content: object): Promise<Answer> {
    const key = `${name} ${JSON.stringify(content)}`;
    const command = unanswered.get(key) ?? crypto.randomUUID();
    unanswered.delete(key);
    try {
      return await send<Answer>(name, { ...content, command });
    } catch (error) {
      if (!asRefusal(error)) unanswered.set(key, command);
      throw error;
    }
  };
}
