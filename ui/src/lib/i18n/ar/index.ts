import type { Dictionary } from '../en';
import { errorsAr } from './errors';
import { firstRun } from './firstRun';
import { signOn } from './signOn';
import { shift } from './shift';
import { sell } from './sell';
import { failures } from './failures';
import { opening } from './opening';
import { printing } from './printing';
import { terms } from './terms';

/** كل كلمات النافذة بالعربية. */
export const ar: Dictionary = {
  languageName: 'العربية',
  direction: 'rtl',
  otherLanguage: 'لغة أخرى',
  starting: 'يجري فتح الصندوق…',
  tryAgain: 'إعادة المحاولة',
  close: 'إغلاق',
  backspace: 'حذف آخر حرف',
  lock: 'قفل',
  demo: 'تجريبي',
  register: (name) => (/^\d+$/.test(name) ? `صندوق ${name}` : name),
  lastSale: 'آخر بيع',
  changeWas: 'الباقي',
  whichAmount: 'أيّ مبلغ هو المقصود؟',
  notAnAmount: (text) => (text === '' ? 'المبلغ مطلوب.' : `«${text}» ليس مبلغًا.`),

  rail: { name: 'الشاشات', sell: 'البيع', shift: 'الوردية' },

  roles: { cashier: 'كاشير', manager: 'إدارة' },
  firstRun,
  signOn,
  shift,
  sell,
  printing,
  failures,
  opening,
  terms,
  errors: errorsAr,
};
