// Scans codes one after the other, as a scanner's keys arrive, and measures from the key that ends a code to the
// changed line in the document, and to the end of the frame that shows it. Both in milliseconds.
const [codes, done] = arguments;

const PATIENCE_MS = 2000;
const press = (key, code) =>
  (document.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true }),
  );
const lines = () =>
  Array.from(document.querySelectorAll("[data-testid='cart-line']"), (line) => line.textContent).join('|');
const afterFrame = (then) =>
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then();
    port2.postMessage(null);
  });

const scan = (code) =>
  new Promise((resolve) => {
    const before = lines();
    let began = 0;
    const observer = new MutationObserver(() => {
      if (lines() === before) return;
      observer.disconnect();
      clearTimeout(timer);
      const inPage = performance.now() - began;
      afterFrame(() => resolve([inPage, performance.now() - began]));
    });
    const timer = setTimeout(() => {
      observer.disconnect();
      resolve(null);
    }, PATIENCE_MS);
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    for (const digit of code) press(digit, `Digit${digit}`);
    began = performance.now();
    press('Enter', 'Enter');
  });

// People do not scan in step with the screen.
const rest = () => new Promise((resolve) => setTimeout(resolve, 30 + Math.random() * 50));

(async () => {
  const times = [];
  for (const code of codes) {
    times.push(await scan(code));
    await rest();
  }
  done(times);
})();
