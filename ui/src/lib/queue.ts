// One thing after the other: scans that come faster than answers wait here, and none is lost.

/** More waiting than this means that the register does not answer. */
const MOST_WAITING = 200;

export class QueueFull extends Error {}

export class Queue {
  #tail: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** Runs a task when all earlier ones have ended, however they ended. */
  run<Answer>(task: () => Promise<Answer>): Promise<Answer> {
    if (this.#waiting >= MOST_WAITING) return Promise.reject(new QueueFull('too much is waiting'));
    this.#waiting += 1;
    const answer = this.#tail.then(task).finally(() => (this.#waiting -= 1));
    this.#tail = answer.catch(() => undefined);
    return answer;
  }
}
