// The window's one keyboard listener. It hears every key before any element does, hands scans to the screen in front
// wherever the focus is, and takes back what the scanner's keys had typed on their way.

import { Burst, SILENCE_MS, type Scan } from './burst';
import { physicalCharacter } from './physical';

/** A screen, or a dialog above it, that wants keys. The one that came last gets them. */
export interface KeyTarget {
  /** A scanned code. */
  scan(code: string): void;
  /** Remembers what typing may change here; calling the answer undoes it, because it was a scan. */
  mark(): () => void;
  /** A key press; true when it was used up. */
  key(event: KeyboardEvent): boolean;
  /** A printable key that stood alone, so that it cannot be part of a code; the character that its owner sees. */
  lone?(character: string): void;
}

/** Two keys closer than this are not two decisions. */
const LONE_MS = 80;
/** Keys that a busy page has not handed over yet overtake a timer that waits this long again. */
const GRACE_MS = 30;
/** An Enter or Tab this soon after a code is its end, or the second half of it; nobody decides so fast. */
const END_MS = 300;

const targets: KeyTarget[] = [];

/** Puts a target in front; the answer takes it away. */
export function listen(target: KeyTarget): () => void {
  targets.push(target);
  return () => {
    targets.splice(targets.lastIndexOf(target), 1);
  };
}

/** Starts listening; the answer stops it. */
export function attachKeyboard(page: Window = window): () => void {
  const listener = new Listener();
  const onKeyDown = (event: KeyboardEvent) => listener.keyDown(event);
  page.addEventListener('keydown', onKeyDown, { capture: true });
  return () => {
    page.removeEventListener('keydown', onKeyDown, { capture: true });
    listener.stop();
  };
}

class Listener {
  readonly #burst = new Burst();
  /** What takes back everything that the sequence typed, and what came after a person's last key. */
  #undo: Readonly<Record<Scan['from'], () => void>> = { start: () => undefined, run: () => undefined };
  /** When the last key of the last code came. */
  #scannedMs = -Infinity;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #lone: ReturnType<typeof setTimeout> | undefined;

  stop(): void {
    clearTimeout(this.#silence);
    clearTimeout(this.#lone);
  }

  keyDown(event: KeyboardEvent): void {
    if (event.isComposing || isModifier(event)) return;
    if (event.repeat) return holdBack(event);
    if (event.ctrlKey || event.altKey || event.metaKey) return this.#chord(event);
    const character = physicalCharacter(event);
    if (character !== null) return this.#printable(event, character);
    if (event.key === 'Enter' || event.key === 'Tab') return this.#terminator(event);
    this.#other(event);
  }

  #printable(event: KeyboardEvent, character: string): void {
    const now = event.timeStamp;
    if (this.#burst.isOpen && !this.#burst.continuesAt(now)) this.#finish();
    const alone = !this.#burst.isOpen || now - this.#burst.lastMs > LONE_MS;
    if (this.#burst.beginsRunAt(now)) {
      const run = markAll();
      this.#undo = { start: this.#burst.isOpen ? this.#undo.start : run, run };
    }
    this.#burst.push(character, now);
    this.#waitForSilence();
    this.#waitAlone(alone ? printed(event, character) : null);
    // A space inside a code must not press the button that happens to have the focus.
    if (character === ' ' && this.#burst.isFast && !isEditable(event.target)) return swallow(event);
    if (front()?.key(event)) event.preventDefault();
  }

  #terminator(event: KeyboardEvent): void {
    clearTimeout(this.#lone);
    const machine = this.#burst.isMachineAt(event.timeStamp);
    this.#finish();
    // Some scanners end a code twice, and a busy page hands the end over late. What is too short for a code was no
    // person's Enter either.
    if (machine || this.#endsScanAt(event.timeStamp)) return swallow(event);
    if (front()?.key(event)) swallow(event);
  }

  /** Scanners send the separators of long codes, and line feeds behind them, as Control with a key: no shortcuts. */
  #chord(event: KeyboardEvent): void {
    const inCode = this.#burst.continuesAt(event.timeStamp) && this.#burst.isFast;
    if (inCode || this.#endsScanAt(event.timeStamp)) swallow(event);
    else this.#other(event);
  }

  #other(event: KeyboardEvent): void {
    clearTimeout(this.#lone);
    this.#finish();
    if (front()?.key(event)) swallow(event);
  }

  #endsScanAt(ms: number): boolean {
    return ms - this.#scannedMs <= END_MS;
  }

  #waitForSilence(): void {
    clearTimeout(this.#silence);
    const seenMs = this.#burst.lastMs;
    const quietSince = () => this.#burst.lastMs === seenMs;
    const wait = (ms: number, then: () => void) => {
      this.#silence = setTimeout(() => quietSince() && then(), ms);
    };
    wait(SILENCE_MS, () => wait(GRACE_MS, () => this.#finish()));
  }

  #waitAlone(character: string | null): void {
    clearTimeout(this.#lone);
    if (character === null) return;
    this.#lone = setTimeout(() => front()?.lone?.(character), LONE_MS);
  }

  /** Ends the sequence, and delivers it where it was a scan. */
  #finish(): void {
    clearTimeout(this.#silence);
    const scan = this.#burst.close();
    if (scan === null) return;
    clearTimeout(this.#lone);
    this.#scannedMs = this.#burst.lastMs;
    this.#undo[scan.from]();
    front()?.scan(scan.code);
  }
}

function front(): KeyTarget | undefined {
  return targets.at(-1);
}

/** Marks the screen in front and the field that has the focus. */
function markAll(): () => void {
  const screen = front()?.mark();
  const field = document.activeElement;
  const before = isEditable(field) ? field.value : null;
  return () => {
    if (before !== null) restore(field as HTMLInputElement, before);
    screen?.();
  };
}

function restore(field: HTMLInputElement, value: string): void {
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** A held key types in a field, and nothing else: it never pays, adds or presses. */
function holdBack(event: KeyboardEvent): void {
  const types = isEditable(event.target) && event.key !== 'Enter' && !/^F\d/.test(event.key);
  const moves = event.key.startsWith('Arrow') || event.key === 'Tab';
  if (types) return;
  if (!moves) event.preventDefault();
  else if (front()?.key(event)) swallow(event);
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** What a person meant: their layout's character, where the key has one. */
function printed(event: KeyboardEvent, physical: string): string {
  return event.key.length === 1 ? event.key : physical;
}

function isModifier(event: KeyboardEvent): boolean {
  return ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'NumLock'].includes(event.key);
}

/** Whether keys type text there. */
export function isEditable(target: EventTarget | null): target is HTMLInputElement {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
