import type { Dictionary } from '../en';

export const signOn: Dictionary['signOn'] = {
  morning: 'Καλημέρα',
  afternoon: 'Καλό απόγευμα',
  evening: 'Καλησπέρα',
  who: 'Ποιος συνδέεται',
  submit: 'Σύνδεση',
  pinTyped: (digits) => `PIN: ${digits} ψηφία`,
  demo: 'Κατάστημα επίδειξης',
};
