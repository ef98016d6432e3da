import type { Dictionary } from '../en';

export const shift: Dictionary['shift'] = {
  openTitle: 'Άνοιγμα βάρδιας',
  openText: 'Μετρήστε τα χρήματα του συρταριού πριν από την πρώτη πώληση.',
  float: 'Αρχικά μετρητά',
  open: 'Άνοιγμα βάρδιας',
  closeTitle: (number) => `Κλείσιμο βάρδιας ${number}`,
  closeText: 'Μετρήστε όλα τα μετρητά του συρταριού, μαζί με τα αρχικά, και γράψτε το ποσό.',
  openedAt: 'Άνοιξε',
  counted: 'Μετρήθηκαν',
  expected: 'Αναμενόμενα',
  close: 'Κλείσιμο βάρδιας',
  closedTitle: (number) => `Η βάρδια ${number} έκλεισε`,
  exact: 'Το συρτάρι συμφωνεί',
  over: 'Πλεόνασμα',
  short: 'Έλλειμμα',
  openNext: 'Επόμενη βάρδια',
};
