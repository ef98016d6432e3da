import type { Dictionary } from '../en';

export const approval: Dictionary['approval'] = {
  title: 'Χρειάζεται έγκριση υπευθύνου',
  who: 'Ποιος εγκρίνει;',
  nobody: 'Κανείς άλλος εδώ δεν έχει αυτό το δικαίωμα.',
  approve: 'Έγκριση',
  cancel: 'Άκυρο',
  left: (seconds) => `απομένουν ${seconds} δευτερόλεπτα`,
  acts: {
    fromTo: (act, from, to) => `${act}: από ${from} σε ${to}`,
    discountLine: (off, name, who) => `${off} στο ${name}, το ζητά: ${who}`,
    discountOrder: (off, who) => `${off} σε όλη την παραγγελία, το ζητά: ${who}`,
    dropDiscount: (who) => `Αφαίρεση έκπτωσης, το ζητά: ${who}`,
    price: (price, name, who) => `${price} το ένα για ${name}, το ζητά: ${who}`,
    lineTotal: (total, name, who) => `${total} συνολικά για ${name}, το ζητά: ${who}`,
    listPrice: (name, who) => `Αρχική τιμή για ${name}, το ζητά: ${who}`,
    voidLine: (name, who) => `Αφαίρεση: ${name}, το ζητά: ${who}`,
    cancelOrder: (what, who) => `Ακύρωση παραγγελίας (${what}), το ζητά: ${who}`,
    giveBack: (amount, tender, who) => `Επιστροφή ${amount} (${tender}), το ζητά: ${who}`,
    reverse: (number, total, who) => `Αντιστροφή της ${number}, ${total}, το ζητά: ${who}`,
    belowStock: (goods, who) => `Πώληση χωρίς απόθεμα: ${goods}, το ζητά: ${who}`,
  },
};
