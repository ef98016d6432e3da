// What a small phone shop sells, and the questions about it.

import { each, money, spoken } from './money.js';

const CATEGORIES = [
  ['phones', 'smartphone', 'blue', 'Phones', 'Κινητά', 'هواتف'],
  ['cases', 'shield', 'violet', 'Cases', 'Θήκες', 'أغطية'],
  ['chargers', 'battery-charging', 'amber', 'Chargers', 'Φορτιστές', 'شواحن'],
  ['cables', 'cable', 'olive', 'Cables', 'Καλώδια', 'كابلات'],
  ['audio', 'headphones', 'rose', 'Audio', 'Ήχος', 'صوتيات'],
  ['watches', 'watch', 'teal', 'Watches', 'Ρολόγια', 'ساعات'],
  ['sim', 'card-sim', 'indigo', 'SIM', 'SIM', 'شرائح'],
  ['repair', 'wrench', 'rust', 'Repair', 'Επισκευή', 'صيانة'],
];

// category, price, pieces left (null: not counted), name in English, Greek and Arabic (the English one where a language has none)
const PRODUCTS = [
  ['phones', 39900, 12, 'Galaxy A55 5G 128GB Navy'],
  ['phones', 79900, 2, 'iPhone 15 128GB Black'],
  ['phones', 22900, 9, 'Redmi Note 13 256GB'],
  ['cases', 2490, 31, 'Silicone case iPhone 15', 'Θήκη σιλικόνης iPhone 15', 'غطاء سيليكون iPhone 15'],
  ['cases', 1490, 18, 'Clear case Galaxy A55', 'Διάφανη θήκη Galaxy A55', 'غطاء شفاف Galaxy A55'],
  ['cases', 1290, 44, 'Tempered glass iPhone 15', 'Τζάμι προστασίας iPhone 15', 'زجاج حماية iPhone 15'],
  ['chargers', 1990, 22, 'USB-C charger 20W', 'Φορτιστής USB-C 20W', 'شاحن USB-C 20W'],
  ['chargers', 4490, 7, 'GaN charger 65W', 'Φορτιστής GaN 65W', 'شاحن GaN 65W'],
  ['cables', 990, 50, 'USB-C cable 1 m', 'Καλώδιο USB-C 1 m', 'كابل USB-C متر واحد'],
  ['cables', 1290, 35, 'Lightning cable 1 m', 'Καλώδιο Lightning 1 m', 'كابل Lightning متر واحد'],
  ['audio', 8900, 5, 'Galaxy Buds FE'],
  ['audio', 24900, 0, 'AirPods Pro (2nd gen)'],
  ['watches', 21900, 4, 'Galaxy Watch6 44mm'],
  ['watches', 3990, 11, 'Mi Band 8'],
  ['sim', 500, null, 'Prepaid SIM', 'Καρτοκινητή SIM', 'شريحة مسبقة الدفع'],
  ['sim', 1000, null, 'Top-up 10', 'Ανανέωση 10', 'شحن رصيد 10'],
  ['repair', 12000, null, 'Screen replacement A5x', 'Αλλαγή οθόνης A5x', 'تغيير شاشة A5x'],
  ['repair', 6900, null, 'Battery iPhone 12', 'Μπαταρία iPhone 12', 'بطارية iPhone 12'],
  ['phones', 18900, 6, 'Moto G54 256GB'],
  ['phones', 2990, 14, 'Nokia 105 4G'],
  ['cases', 3490, 8, 'MagSafe wallet', 'Πορτοφόλι MagSafe', 'محفظة MagSafe'],
  ['chargers', 2790, 1, 'Power bank 10,000', 'Power bank 10.000', 'بطارية متنقلة 10,000'],
  ['audio', 4490, 13, 'JBL Tune 510BT'],
  ['cables', 1190, 19, 'HDMI cable 2 m', 'Καλώδιο HDMI 2 m', 'كابل HDMI مترين'],
  ['phones', 74900, 5, 'Galaxy S24 256GB Grey'],
  ['cases', 1790, 26, 'Book case Redmi 13', 'Θήκη βιβλίο Redmi 13', 'غطاء محفظة Redmi 13'],
  ['chargers', 1690, 9, 'Car charger 30W', 'Φορτιστής αυτοκινήτου 30W', 'شاحن سيارة 30W'],
  ['audio', 13900, 4, 'Galaxy Buds2 Pro'],
  ['watches', 1490, 40, 'Watch strap 20 mm', 'Λουράκι ρολογιού 20 mm', 'سوار ساعة 20 مم'],
  ['repair', 1500, null, 'Data transfer', 'Μεταφορά δεδομένων', 'نقل بيانات'],
];

export function goods(state) {
  return {
    list_categories: () =>
      CATEGORIES.map(([category, icon, colour, ...names]) => ({
        category,
        icon,
        colour,
        name: spoken(state, names),
      })),
    list_products: ({ category }) => ({
      products: products(state).filter((product) => category === null || product.category === category),
      more: false,
    }),
    search: ({ text }) => ({
      products: products(state).filter((product) => found(product, text)),
      more: false,
    }),
  };
}

/** Every product of the shop. */
export function products(state) {
  return PRODUCTS.map(([category, price, left, ...names], at) => {
    const [, icon, colour] = CATEGORIES.find(([key]) => key === category);
    return {
      category,
      product: `product-${at}`,
      sku: `MP-${1001 + at}`,
      name: state.names?.[`product-${at}`] ?? spoken(state, names),
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
