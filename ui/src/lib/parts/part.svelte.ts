// A part of the window that its first picture does not need. It lies in the program like everything else, and is read
// once that picture stands, so that whoever needs it finds it there.

export class Part<Made> {
  /** What was read; null before. */
  made = $state.raw<Made | null>(null);
  /** Why the last reading failed. */
  error = $state.raw<unknown>(null);
  readonly #read: () => Promise<Made>;
  #reading: Promise<void> | null = null;

  constructor(read: () => Promise<Made>) {
    this.#read = read;
  }

  /** Reads it once; after a failure the next call tries again. */
  read(): Promise<void> {
    this.#reading ??= this.#read().then(
      (made) => {
        this.made = made;
        this.error = null;
      },
      (error: unknown) => {
        this.error = error;
        this.#reading = null;
      },
    );
    return this.#reading;
  }
}

/** A picture takes this long from the page to the screen. */
const TO_SCREEN_MS = 100;

/** Reads parts one after the other, once the window has drawn its first picture; the answer gives it up. */
export function readAfterPicture(parts: readonly Part<unknown>[]): () => void {
  let isWanted = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const readAll = async () => {
    for (const part of parts) if (isWanted) await part.read();
  };
  // The first frame would be too early: what is read then stands between the page and the screen.
  const stop = onFirstPicture(() => {
    timer = setTimeout(() => void readAll(), TO_SCREEN_MS);
  });
  return () => {
    isWanted = false;
    stop();
    clearTimeout(timer);
  };
}

const PICTURE = 'first-contentful-paint';

function onFirstPicture(then: () => void): () => void {
  // The tests draw nothing and run without an observer.
  if (
    typeof PerformanceObserver === 'undefined' ||
    !PerformanceObserver.supportedEntryTypes.includes('paint')
  ) {
    const frame = requestAnimationFrame(then);
    return () => cancelAnimationFrame(frame);
  }
  const observer = new PerformanceObserver((list) => {
    if (list.getEntriesByName(PICTURE).length === 0) return;
    observer.disconnect();
    then();
  });
  observer.observe({ type: 'paint', buffered: true });
  return () => observer.disconnect();
}
