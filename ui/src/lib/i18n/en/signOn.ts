/** Signing on. */
export const signOn = {
  morning: 'Good morning',
  afternoon: 'Good afternoon',
  evening: 'Good evening',
  who: 'Who signs on',
  submit: 'Sign on',
  pinTyped: (digits: number) => `PIN: ${digits} digits typed`,
  demo: 'Demo shop',
};
