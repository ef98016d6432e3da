import type { Dictionary } from '../en';

export const unclean: Dictionary['unclean'] = {
  title: 'Το ταμείο σταμάτησε απότομα',
  nothingLost: 'Δεν χάθηκε τίποτα. Το ημερολόγιο ελέγχθηκε και έχει κάθε ολοκληρωμένη πώληση.',
  last: 'Τελευταία αποθηκευμένη πώληση',
  none: 'Δεν υπάρχει ακόμη πώληση.',
  total: 'Σύνολο',
  received: 'Ελήφθησαν',
  change: 'Ρέστα',
  printed: 'Απόδειξη',
  goOn: 'Συνέχεια',
};
