import type { Dictionary } from '../en';

export const failures: Dictionary['failures'] = {
  startTitle: 'Το ταμείο δεν ανοίγει',
  noShopTitle: 'Δεν υπάρχει ακόμη κατάστημα',
  noShop: 'Δημιουργήστε το με «minas init» και δοκιμάστε ξανά.',
  partTitle: 'Ένα μέρος του παραθύρου δεν άνοιξε',
  part: 'Τίποτα δεν χάθηκε: το καλάθι φυλάσσεται. Δοκιμάστε ξανά.',
  unanswered: 'Το ταμείο δεν απάντησε. Κάντε ξανά το ίδιο: τίποτα δεν γίνεται δύο φορές.',
};
