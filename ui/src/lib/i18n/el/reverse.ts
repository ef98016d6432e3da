import type { Dictionary } from '../en';

export const reverse: Dictionary['reverse'] = {
  reverse: 'Αντιστροφή',
  title: (number) => `Να αντιστραφεί η πώληση ${number};`,
  text: 'Αναιρείται όλη η πώληση: τα είδη γυρίζουν στο απόθεμα και τα χρήματα στον πελάτη.',
  total: 'Σύνολο',
  back: {
    cash: 'Επιστρέφονται μετρητά',
    card: 'Επιστρέφονται στην κάρτα, από το τερματικό',
    coupon: 'Επιστρέφεται το κουπόνι',
  },
  why: 'Γιατί;',
  reasons: [
    { code: 'wrong goods', label: 'Λάθος είδη' },
    { code: 'wrong payment', label: 'Λάθος τρόπος πληρωμής' },
    { code: 'customer changed mind', label: 'Ο πελάτης άλλαξε γνώμη' },
  ],
  keep: 'Να μείνει',
  done: (number) => `Η πώληση ${number} αντιστράφηκε`,
  giveBack: 'Επιστρέψτε σε μετρητά',
  noCash: 'Δεν επιστρέφονται μετρητά',
  cardToo: 'Επιστρέψτε το ποσό της κάρτας από το τερματικό.',
  document: 'Παραστατικό',
  ok: 'Εντάξει',
};
