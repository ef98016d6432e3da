// A pretend register for pictures and for working on the screens without Rust. It answers the window's questions from
// a small phone shop in memory, adds prices up and knows no rules. It is never part of the built pages.

const CURRENCY = 'EUR';
const money = (minor) => ({ minor, currency: CURRENCY });
const each = (pieces) => ({ milli: pieces * 1000, unit: 'ea' });

const CATEGORIES = [
  ['phones', 'smartphone', 'blue', 'Phones', 'Κινητά'],
  ['cases', 'shield', 'violet', 'Cases', 'Θήκες'],
  ['chargers', 'battery-charging', 'amber', 'Chargers', 'Φορτιστές'],
  ['cables', 'cable', 'olive', 'Cables', 'Καλώδια'],
  ['audio', 'headphones', 'rose', 'Audio', 'Ήχος'],
  ['watches', 'watch', 'teal', 'Watches', 'Ρολόγια'],
  ['sim', 'card-sim', 'indigo', 'SIM', 'SIM'],
  ['repair', 'wrench', 'rust', 'Repair', 'Επισκευή'],
];

// category, price, pieces left (null: not counted), name in English and Greek
const PRODUCTS = [
  ['phones', 39900, 12, 'Galaxy A55 5G 128GB Navy'],
  ['phones', 79900, 2, 'iPhone 15 128GB Black'],
  ['phones', 22900, 9, 'Redmi Note 13 256GB'],
  ['cases', 2490, 31, 'Silicone case iPhone 15', 'Θήκη σιλικόνης iPhone 15'],
  ['cases', 1490, 18, 'Clear case Galaxy A55', 'Διάφανη θήκη Galaxy A55'],
  ['cases', 1290, 44, 'Tempered glass iPhone 15', 'Τζάμι προστασίας iPhone 15'],
  ['chargers', 1990, 22, 'USB-C charger 20W', 'Φορτιστής USB-C 20W'],
  ['chargers', 4490, 7, 'GaN charger 65W', 'Φορτιστής GaN 65W'],
  ['cables', 990, 50, 'USB-C cable 1 m', 'Καλώδιο USB-C 1 m'],
  ['cables', 1290, 35, 'Lightning cable 1 m', 'Καλώδιο Lightning 1 m'],
  ['audio', 8900, 5, 'Galaxy Buds FE'],
  ['audio', 24900, 0, 'AirPods Pro (2nd gen)'],
  ['watches', 21900, 4, 'Galaxy Watch6 44mm'],
  ['watches', 3990, 11, 'Mi Band 8'],
  ['sim', 500, null, 'Prepaid SIM', 'Καρτοκινητή SIM'],
  ['sim', 1000, null, 'Top-up 10', 'Ανανέωση 10'],
  ['repair', 12000, null, 'Screen replacement A5x', 'Αλλαγή οθόνης A5x'],
  ['repair', 6900, null, 'Battery iPhone 12', 'Μπαταρία iPhone 12'],
  ['phones', 18900, 6, 'Moto G54 256GB'],
  ['phones', 2990, 14, 'Nokia 105 4G'],
  ['cases', 3490, 8, 'MagSafe wallet', 'Πορτοφόλι MagSafe'],
  ['chargers', 2790, 1, 'Power bank 10,000', 'Power bank 10.000'],
  ['audio', 4490, 13, 'JBL Tune 510BT'],
  ['cables', 1190, 19, 'HDMI cable 2 m', 'Καλώδιο HDMI 2 m'],
  ['phones', 74900, 5, 'Galaxy S24 256GB Grey'],
  ['cases', 1790, 26, 'Book case Redmi 13', 'Θήκη βιβλίο Redmi 13'],
  ['chargers', 1690, 9, 'Car charger 30W', 'Φορτιστής αυτοκινήτου 30W'],
  ['audio', 13900, 4, 'Galaxy Buds2 Pro'],
  ['watches', 1490, 40, 'Watch strap 20 mm', 'Λουράκι ρολογιού 20 mm'],
  ['repair', 1500, null, 'Data transfer', 'Μεταφορά δεδομένων'],
];

const OPERATORS = {
  en: ['Maria K.', 'George P.', 'Eleni D.'],
  el: ['Μαρία Κ.', 'Γιώργος Π.', 'Ελένη Δ.'],
};
const DAY_START_MS = 8 * 3_600_000 + 57 * 60_000;

/** The answer to each command, from a shop in the given state. */
export function register(options = {}) {
  const state = {
    language: 'en',
    cart: null,
    session: false,
    shift: null,
    lastSale: null,
    number: 1042,
    ...options,
  };
  const calls = commands(state);
  return (name, args) => calls[name](args?.request);
}

/** Puts the pretend register where Tauri's would be. */
export function install(options) {
  const answer = register(options);
  let callbacks = 0;
  window.__TAURI_INTERNALS__ = {
    transformCallback: () => (callbacks += 1),
    unregisterCallback: () => undefined,
    invoke: async (name, args) => answer(name, args),
  };
}

function commands(state) {
  const shift = () => ({
    shift: 'shift-1',
    number: 12,
    opened_ms: state.openedMs ?? DAY_START_MS,
    float: money(15000),
  });
  const session = () => ({
    operator: operators(state)[0],
    shift: state.shift,
    cart: view(state),
    last_sale: state.lastSale,
  });
  return {
    start: () => ({
      app_version: '0.1.0',
      shop: state.noShop ? null : shop(state),
      operators: operators(state),
      session: state.session ? session() : null,
      stopped_cleanly: !state.uncleanStop,
    }),
    sign_on: ({ pin }) => {
      if (pin !== '1234')
        refuse('STF-004', { tries_left: 4 }, 'the PIN is wrong; 4 tries are left before a wait');
      state.session = true;
      return session();
    },
    sign_off: () => void (state.session = false),
    open_shift: ({ float }) => (state.shift = { ...shift(), float }),
    close_shift: ({ counted }) => {
      state.shift = null;
      const expected = money(15000 + 45874);
      return {
        shift: 'shift-1',
        number: 12,
        counted,
        expected,
        over_short: money(counted.minor - expected.minor),
      };
    },
    list_categories: () =>
      CATEGORIES.map(([category, icon, colour, en, el]) => ({
        category,
        icon,
        colour,
        name: state.language === 'el' ? el : en,
      })),
    list_products: ({ category }) => ({
      products: products(state).filter((product) => category === null || product.category === category),
      more: false,
    }),
    search: ({ text }) => ({
      products: products(state).filter((product) => found(product, text)),
      more: false,
    }),
    scan: ({ code, quantity_milli }) => {
      const product = products(state).find((candidate) => candidate.barcode === code);
      if (!product) return { outcome: 'unknown', code };
      const line = add(state, product, quantity_milli);
      return { outcome: 'added', cart: view(state), line };
    },
    add_product: ({ product, quantity_milli }) => {
      add(
        state,
        products(state).find((candidate) => candidate.product === product),
        quantity_milli,
      );
      return view(state);
    },
    change_quantity: ({ line, quantity_milli }) => {
      state.cart.find((candidate) => candidate.line === line).milli = quantity_milli;
      return view(state);
    },
    void_line: ({ line }) => {
      state.cart = state.cart.filter((candidate) => candidate.line !== line);
      if (state.cart.length === 0) state.cart = null;
      return view(state);
    },
    cancel_order: () => void (state.cart = null),
    pay_cash: ({ tendered, expected_total }) => pay(state, tendered ?? expected_total),
  };
}

function shop(state) {
  const names = OPERATORS[state.language];
  return {
    name: state.language === 'el' ? 'Minas Κυψέλη' : 'Minas Kypseli',
    register: state.language === 'el' ? 'Ταμείο 1' : 'Register 1',
    country: 'GR',
    currency: CURRENCY,
    exponent: 2,
    language: state.language,
    tax_included: true,
    demo: true,
    demo_pins: [
      { name: names[0], pin: '1234' },
      { name: names[2], pin: '246810' },
    ],
  };
}

function operators(state) {
  return OPERATORS[state.language].map((name, at) => ({
    operator: `operator-${at}`,
    name,
    initials: name
      .split(' ')
      .map((part) => part[0])
      .join(''),
    role: at === 2 ? 'manager' : 'cashier',
  }));
}

function products(state) {
  return PRODUCTS.map(([category, price, left, en, el], at) => {
    const [, icon, colour] = CATEGORIES.find(([key]) => key === category);
    return {
      category,
      product: `product-${at}`,
      sku: `MP-${1001 + at}`,
      name: state.language === 'el' ? (el ?? en) : en,
      barcode: `52012345678${String(at).padStart(2, '0')}`,
      price: money(price),
      icon,
      colour,
      available: left === null ? null : each(left),
    };
  });
}

function found(product, text) {
  const plain = (value) => value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ς', 'σ');
  const haystack = plain(`${product.name} ${product.sku} ${product.barcode}`);
  return plain(text)
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

function add(state, product, milli) {
  state.cart ??= [];
  const before = state.cart.find((line) => line.product === product.product);
  if (before) before.milli += milli ?? 1000;
  else
    state.cart.push({
      line: (state.cart.at(-1)?.line ?? 0) + 1,
      product: product.product,
      milli: milli ?? 1000,
    });
  return before?.line ?? state.cart.at(-1).line;
}

function view(state) {
  if (!state.cart) return null;
  const lines = state.cart.map((kept) => lineView(state, kept));
  const total = sum(lines.map((line) => line.line_total.minor));
  const tax = Math.round((total * 24) / 124);
  const limit = 50000;
  return {
    order: 'order-1',
    lines,
    subtotal: money(sum(lines.map((line) => line.amount.minor))),
    discount: money(sum(lines.map((line) => line.discount.minor))),
    tax: money(tax),
    taxes: [
      {
        tax_group: 'standard',
        treatment: { kind: 'standard' },
        rate: 240000,
        base: money(total - tax),
        tax: money(tax),
      },
    ],
    total: money(total),
    paid: money(0),
    due: money(total),
    cash: {
      allowed: total < limit,
      limit: money(limit),
      due: money(total),
      quick: total < limit ? notes(total) : [],
    },
  };
}

function lineView(state, kept) {
  const product = products(state).find((candidate) => candidate.product === kept.product);
  const amount = Math.round((product.price.minor * kept.milli) / 1000);
  const discount = kept.discount ?? 0;
  const unitPrice = { milli_minor: product.price.minor * 1000, currency: CURRENCY };
  return {
    line: kept.line,
    product: product.product,
    sku: product.sku,
    name: product.name,
    quantity: { milli: kept.milli, unit: 'ea' },
    list_price: unitPrice,
    unit_price: unitPrice,
    amount: money(amount),
    discount: money(discount),
    line_total: money(amount - discount),
    short: kept.short
      ? { line: kept.line, product: product.product, wanted: each(3), available: each(2) }
      : null,
    steps: [],
  };
}

function notes(total) {
  const steps = [500, 1000, 2000, 5000];
  return [...new Set(steps.map((step) => Math.ceil((total + 1) / step) * step))].map(money);
}

function pay(state, tendered) {
  if (state.short) {
    state.short = false;
    state.cart[0].short = true;
    return { outcome: 'short', cart: view(state) };
  }
  const { total } = view(state);
  if (tendered.minor < total.minor) refuse('PAY-002', { due: total, tendered }, 'less than what is due');
  state.number += 1;
  state.cart = null;
  state.lastSale = {
    order: 'order-1',
    number: `A-${state.number}`,
    total,
    tendered,
    change: money(tendered.minor - total.minor),
    tenders: [{ kind: 'cash', amount: total }],
    at_ms: Date.now(),
  };
  return { outcome: 'paid', sale: state.lastSale };
}

function refuse(code, params, text) {
  throw { code, params, text };
}

const sum = (numbers) => numbers.reduce((one, other) => one + other, 0);
