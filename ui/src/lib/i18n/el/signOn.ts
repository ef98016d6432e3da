import type { Dictionary } from '../en';

export const signOn: Dictionary['signOn'] = {
  morning: 'Καλημέρα',
  afternoon: 'Καλό απόγευμα',
  evening: 'Καλησπέρα',
  who: 'Ποιος συνδέεται',
  submit: 'Σύνδεση',
  pinTyped: (digits) => `PIN: ${digits} ψηφία`,
  demoPin: 'PIN επίδειξης',
  forgot: 'Ξεχάσατε το PIN;',
  waitFor: (time) => `Αναμονή ${time}`,
  waitTitle: 'Πολλά λάθος PIN',
  waitText: (name, until) => `Ξανά στις ${until} για: ${name}. Οι άλλοι συνδέονται κανονικά.`,
  recoverTitle: (name) => `Νέο PIN: ${name}`,
  recoverText: 'Γράψτε τον κωδικό ανάκτησης από το χαρτί και ένα νέο PIN. Ο κωδικός ισχύει μία φορά.',
  recoveryCode: 'Κωδικός ανάκτησης',
  newPin: 'Νέο PIN',
  newPinAgain: 'Ξανά το νέο PIN',
  setPin: 'Ορισμός PIN',
  recovered: 'Το νέο PIN ισχύει. Τυπώστε νέο κωδικό ανάκτησης από τις ρυθμίσεις.',
  cancel: 'Άκυρο',
};
