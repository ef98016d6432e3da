// The time on the wall, for showing only.

const TICK_MS = 1_000;

class Clock {
  nowMs = $state(Date.now());

  /** Starts ticking; the answer stops it. */
  start(): () => void {
    // It was read when the program did; a slow start shows no old time.
    this.nowMs = Date.now();
    const timer = setInterval(() => (this.nowMs = Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }
}

export const clock = new Clock();
