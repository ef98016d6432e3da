import type { Dictionary } from '../en';

/** Τι αργεί όσο ανοίγει το ταμείο. */
export const opening: Dictionary['opening'] = {
  stages: {
    checking_file: 'Το πρόγραμμα δεν έκλεισε κανονικά. Έλεγχος του αρχείου…',
    checking_journal: 'Έλεγχος του ημερολογίου…',
    migrating: 'Μετά την ενημέρωση: κρατιέται αντίγραφο και το αρχείο ενημερώνεται…',
    rebuilding: 'Μετά την ενημέρωση: ετοιμάζονται οι οθόνες…',
  },
  counted: (done, total) => `${done} από ${total}`,
  after: 'Το ταμείο θα ανοίξει μόνο του μόλις τελειώσει.',
};
