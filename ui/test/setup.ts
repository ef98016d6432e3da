import '@testing-library/jest-dom/vitest';
import { configure } from '@testing-library/svelte';
import { clearMocks } from '@tauri-apps/api/mocks';
import { afterEach } from 'vitest';

// What jsdom lacks and every browser has.
class NoResizeObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}
globalThis.ResizeObserver ??= NoResizeObserver;
Element.prototype.scrollIntoView ??= () => undefined;

// A slow machine is not a failed test.
configure({ asyncUtilTimeout: 10_000 });

afterEach(() => {
  clearMocks();
  localStorage.clear();
});
