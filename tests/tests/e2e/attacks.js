// What a script in the page could try, each as a person would write it. Says what came of it: [name, outcome] pairs.
const [server, udp, file, patience, done] = arguments;
const http = `http://127.0.0.1:${server}`;
const outcomes = [];
const violations = new Set();
addEventListener('securitypolicyviolation', (event) => violations.add(event.effectiveDirective || event.violatedDirective));

const never = (ms) => new Promise((resolve) => setTimeout(() => resolve('nothing came'), ms));
const attempt = async (name, act) => {
  let outcome;
  try {
    outcome = await Promise.race([act(), never(patience)]);
  } catch (error) {
    outcome = `refused: ${String(error?.message ?? error).slice(0, 120)}`;
  }
  outcomes.push([name, String(outcome)]);
};

/** Puts an element into the page and waits for what it says. */
const element = (tag, fill, parent = document.body) =>
  new Promise((resolve) => {
    const made = document.createElement(tag);
    made.onload = () => resolve('GOT THROUGH: loaded');
    made.onloadeddata = made.onload;
    made.onerror = () => resolve('refused: error');
    fill(made);
    parent.append(made);
    if (tag === 'a' || tag === 'form') resolve('asked');
  });

const link = (rel, href) => element('link', (made) => Object.assign(made, { rel, href, as: 'script' }), document.head);
const marked = (name) => (window[name] ? 'GOT THROUGH: it ran' : 'refused: it did not run');
const after = async (act, name) => {
  act();
  await never(150);
  return marked(name);
};

const network = async () => {
  await attempt('fetch', () => fetch(`${http}/fetch`).then(() => 'GOT THROUGH: answered'));
  await attempt('fetch no-cors', () => fetch(`${http}/quiet`, { mode: 'no-cors' }).then(() => 'GOT THROUGH: sent'));
  for (const host of ['ipc.localhost', 'tauri.localhost', 'asset.localhost', 'localhost']) {
    await attempt(`fetch ${host}`, () => fetch(`http://${host}:${server}/`).then(() => 'GOT THROUGH: answered'));
  }
  await attempt('xhr', () => new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.onload = () => resolve('GOT THROUGH: answered');
    request.onerror = () => resolve('refused: error');
    request.open('GET', `${http}/xhr`);
    request.send();
  }));
  await attempt('websocket', () => new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${server}/`);
    socket.onopen = () => resolve('GOT THROUGH: open');
    socket.onerror = () => resolve('refused: error');
  }));
  await attempt('eventsource', () => new Promise((resolve) => {
    const source = new EventSource(`${http}/events`);
    source.onopen = () => resolve('GOT THROUGH: open');
    source.onerror = () => resolve('refused: error');
  }));
  await attempt('beacon', async () => `asked: ${navigator.sendBeacon?.(`${http}/beacon`, 'takings')}`);
  await attempt('webrtc', async () => {
    if (typeof RTCPeerConnection === 'undefined') return 'refused: there is none';
    const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udp}` }] });
    peer.createDataChannel('takings');
    await peer.setLocalDescription(await peer.createOffer());
    return 'asked';
  });
};

const elements = async () => {
  const { head } = document;
  await attempt('img', () => element('img', (made) => (made.src = `${http}/img`)));
  await attempt('script', () => element('script', (made) => (made.src = `${http}/script`), head));
  await attempt('module', () => element('script', (made) => Object.assign(made, { type: 'module', src: `${http}/m` }), head));
  for (const rel of ['stylesheet', 'preload', 'modulepreload', 'prefetch', 'preconnect', 'dns-prefetch', 'icon', 'manifest']) {
    await attempt(`link ${rel}`, () => link(rel, `${http}/${rel}`));
  }
  await attempt('font', () => new FontFace('far', `url(${http}/font)`).load().then(() => 'GOT THROUGH: loaded'));
  for (const tag of ['audio', 'video', 'embed', 'iframe']) {
    await attempt(tag, () => element(tag, (made) => (made.src = `${http}/${tag}`)).then((said) =>
      // A frame says that it has loaded although it was refused: the listener outside knows.
      tag === 'iframe' ? 'asked' : said));
  }
  await attempt('object', () => element('object', (made) => (made.data = `${http}/object`)));
  await attempt('svg image', async () => {
    document.body.insertAdjacentHTML('beforeend', `<svg><image href="${http}/svg"/><use href="${http}/use#a"/></svg>`);
    return 'asked';
  });
  await attempt('inline style', async () => {
    document.body.insertAdjacentHTML('beforeend', `<i style="background:url(${http}/style)">.</i><style>i{background:url(${http}/css)}</style>`);
    return 'asked';
  });
  await attempt('meta refresh', async () => {
    head.insertAdjacentHTML('beforeend', `<meta http-equiv="refresh" content="0;url=${http}/refresh">`);
    return 'asked';
  });
  await attempt('base', async () => {
    head.insertAdjacentHTML('afterbegin', `<base href="${http}/">`);
    return document.baseURI.startsWith(http) ? 'GOT THROUGH: it moved' : 'refused: it stays';
  });
};

const scripts = async () => {
  await attempt('inline script', () => after(() => {
    const made = document.createElement('script');
    made.textContent = 'window.ranInline = true';
    document.head.append(made);
  }, 'ranInline'));
  await attempt('inline handler', () => after(() =>
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ranHandler = true">'), 'ranHandler'));
  await attempt('javascript link', () => after(() =>
    element('a', (made) => (made.href = 'javascript:void(window.ranLink = true)')).then(() => document.body.lastElementChild.click()), 'ranLink'));
  await attempt('javascript frame', () => after(() =>
    element('iframe', (made) => (made.src = 'javascript:void(parent.ranFrame = true)')), 'ranFrame'));
  await attempt('srcdoc', () => after(() =>
    element('iframe', (made) => (made.srcdoc = '<script>parent.ranSrcdoc = true</' + 'script>')), 'ranSrcdoc'));
  await attempt('timer text', () => after(() => setTimeout('window.ranTimer = true', 0), 'ranTimer'));
  await attempt('import http', () => import(`${http}/import`).then(() => 'GOT THROUGH: imported'));
  await attempt('import data', () => import('data:text/javascript,export default 1').then(() => 'GOT THROUGH: imported'));
  const blob = () => URL.createObjectURL(new Blob(['postMessage(1)'], { type: 'text/javascript' }));
  await attempt('blob script', () => element('script', (made) => (made.src = blob()), document.head));
  for (const source of [blob(), `${http}/worker`, 'data:text/javascript,postMessage(1)', '/index.html']) {
    await attempt(`worker ${source.slice(0, 9)}`, () => new Promise((resolve) => {
      const worker = new Worker(source);
      worker.onmessage = () => resolve('GOT THROUGH: it runs');
      worker.onerror = () => resolve('refused: error');
    }));
  }
  await attempt('service worker', async () => {
    if (!navigator.serviceWorker) return 'refused: there is none';
    await navigator.serviceWorker.register('/assets/none.js');
    return 'GOT THROUGH: registered';
  });
};

const files = async () => {
  for (const address of [`file://${file}`, `asset://localhost${file}`, `http://asset.localhost${file}`,
    `tauri://localhost/../../../..${file}`, `tauri://localhost/%2e%2e/%2e%2e${file}`, `ipc://localhost/start`]) {
    await attempt(`read ${address.slice(0, 24)}`, () => fetch(address).then((answer) => answer.text())
      .then((text) => (text.includes('a secret of the disk') ? 'GOT THROUGH: read' : `answered: ${text.slice(0, 60)}`)));
    await attempt(`frame ${address.slice(0, 24)}`, () => element('iframe', (made) => (made.src = address)).then(() => {
      const text = document.body.lastElementChild.contentDocument?.body?.textContent ?? '';
      return text.includes('a secret of the disk') ? 'GOT THROUGH: read' : 'asked';
    }));
  }
  const { invoke } = window.__TAURI_INTERNALS__;
  const plugins = { fs: ['read_text_file', 'write_text_file', 'read_dir'], shell: ['execute', 'open', 'spawn'],
    opener: ['open_url', 'open_path'], http: ['fetch'], dialog: ['open', 'save'], process: ['exit', 'restart'],
    os: ['hostname'], 'clipboard-manager': ['read_text'], updater: ['check'], sql: ['load'],
    app: ['version', 'name', 'app_show'], window: ['create', 'close', 'set_title', 'get_all_windows', 'set_fullscreen'],
    webview: ['create_webview_window', 'print', 'webview_close', 'internal_toggle_devtools', 'get_all_webviews'],
    event: ['listen', 'emit', 'emit_to'], path: ['resolve_directory', 'join'], resources: ['close'],
    menu: ['new', 'popup'], tray: ['new'], image: ['new', 'from_path'] };
  for (const [plugin, names] of Object.entries(plugins)) {
    for (const name of names) {
      await attempt(`plugin:${plugin}|${name}`, () => invoke(`plugin:${plugin}|${name}`, { path: file, program: 'sh',
        url: http, directory: 1, event: 'x', target: { kind: 'Any' }, handler: 1, label: 'counter', options: {} })
        .then(() => 'GOT THROUGH: answered'));
    }
  }
};

const ways_out = async () => {
  await attempt('form', () => element('form', (made) => Object.assign(made, { action: `${http}/form`, method: 'post' }))
    .then(() => (document.body.lastElementChild.submit(), 'asked')));
  await attempt('form in a window', () => element('form', (made) => Object.assign(made, { action: `${http}/form2`, target: '_blank' }))
    .then(() => (document.body.lastElementChild.submit(), 'asked')));
  await attempt('link in a window', () => element('a', (made) => Object.assign(made, { href: `${http}/blank`, target: '_blank' }))
    .then(() => (document.body.lastElementChild.click(), 'asked')));
  await attempt('ping', () => element('a', (made) => Object.assign(made, { href: '#here', ping: `${http}/ping` }))
    .then(() => (document.body.lastElementChild.click(), 'asked')));
  for (const address of [`${http}/open`, 'about:blank', location.href]) {
    await attempt(`open ${address.slice(0, 12)}`, async () => (window.open(address) ? 'GOT THROUGH: opened' : 'refused: none'));
  }
  for (const address of ['data:text/plain,takings', URL.createObjectURL(new Blob(['takings'])), `${http}/download`, '/index.html']) {
    await attempt(`download ${address.slice(0, 9)}`, () => element('a', (made) => Object.assign(made, { href: address, download: 'minas-stolen.txt' }))
      .then(() => (document.body.lastElementChild.click(), 'asked')));
  }
  await attempt('print', async () => (window.print() === undefined && Object.getOwnPropertyDescriptor(window, 'print')?.writable === false
    ? 'refused: nothing happens' : 'GOT THROUGH: it can be printed'));
  await attempt('menu', async () => (document.body.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }))
    ? 'GOT THROUGH: it opens' : 'refused: none'));
  await attempt('drop', async () => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'x.html', { type: 'text/html' }));
    return document.body.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
      ? 'GOT THROUGH: it is opened' : 'refused: none';
  });
  for (const address of [`${http}/go`, `http://tauri.localhost:${server}/go`, `http://localhost:${server}/go`, `file://${file}`,
    `asset://localhost${file}`, 'data:text/html,takings', 'tauri://elsewhere/', 'about:blank']) {
    await attempt(`go ${address.slice(0, 22)}`, async () => {
      location.assign(address);
      await never(120);
      return 'asked';
    });
  }
};

(async () => {
  const home = location.href;
  await network();
  await elements();
  await scripts();
  await files();
  await ways_out();
  await never(patience);
  outcomes.push(['the page', location.href.split('#')[0] === home.split('#')[0] ? 'refused: it stays' : `GOT THROUGH: ${location.href}`]);
  done({ outcomes, violations: [...violations].sort() });
})();
