// What may be changed, section by section: nothing is kept before somebody says so, but the look.

import { api } from '$lib/api';
import type { SettingsView } from '$lib/bindings/pos/SettingsView';
import type { KeyTarget } from '$lib/keyboard/listener';
import { printing } from '$lib/printing.svelte';
import { session, type Counter } from '$lib/session.svelte';
import { play } from '$lib/sound';

export type SectionName = 'shop' | 'receipt' | 'printer' | 'register' | 'keys' | 'people' | 'about';

export class Settings {
  readonly counter: Counter;
  view = $state.raw<SettingsView | null>(null);
  open = $state<SectionName>('register');
  error = $state.raw<unknown>(null);

  constructor(counter: Counter) {
    this.counter = counter;
    this.open = this.sections[0] ?? 'register';
  }

  /** Only what this operator may change, and what everybody may. */
  get sections(): SectionName[] {
    const { may } = this.counter;
    return [
      ...(may.set_up_shop ? (['shop', 'receipt', 'printer'] as const) : []),
      'register',
      'keys',
      ...(may.edit_staff ? (['people'] as const) : []),
      'about',
    ];
  }

  async load(): Promise<void> {
    this.error = null;
    try {
      this.take(await api.settings());
    } catch (error) {
      this.error = error;
      await session.heed(error);
    }
  }

  take(view: SettingsView): void {
    this.view = view;
    printing.standsAt(view.printer.connection);
  }

  readonly keys: KeyTarget = { scan: () => play('refused'), mark: () => () => undefined, key: () => false };
}

/** One section on its way to the register. */
export class Saving {
  state = $state<'idle' | 'busy' | 'done' | 'failed'>('idle');
  error = $state.raw<unknown>(null);

  /** Something was typed since. */
  touch(): void {
    if (this.state !== 'busy') this.state = 'idle';
    this.error = null;
  }

  /** True when it was kept; false, too, for the second tap of a double tap. */
  run(task: () => Promise<void>): Promise<boolean> {
    return this.state === 'busy' ? Promise.resolve(false) : this.apply(task);
  }

  /** For what may change again before the first change was answered. */
  async apply(task: () => Promise<void>): Promise<boolean> {
    this.state = 'busy';
    this.error = null;
    try {
      await task();
      this.state = 'done';
      return true;
    } catch (error) {
      this.state = 'failed';
      this.error = error;
      play('refused');
      await session.heed(error);
      return false;
    }
  }
}

export function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  while (lines.at(-1) === '') lines.pop();
  return lines;
}
