// The shortest question that the window can ask: what any answer costs before the register does anything.
const [rounds, done] = arguments;

(async () => {
  const times = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    await window.__TAURI_INTERNALS__.invoke('opening');
    times.push(performance.now() - began);
  }
  done(times);
})();
