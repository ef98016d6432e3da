import type { Dictionary } from '../en';

export const signOn: Dictionary['signOn'] = {
  morning: 'صباح الخير',
  afternoon: 'نهارك سعيد',
  evening: 'مساء الخير',
  who: 'من سيسجّل الدخول',
  submit: 'تسجيل الدخول',
  pinTyped: (digits) => `الرقم السري: عدد الأرقام المكتوبة ${digits}`,
  demo: 'متجر تجريبي',
};
