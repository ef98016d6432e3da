import type { Dictionary } from '../en';
import { errorsAr } from './errors';
import { firstRun } from './firstRun';
import { receipts } from './receipts';
import { settings } from './settings';
import { signOn } from './signOn';
import { shift } from './shift';
import { sell } from './sell';
import { pay } from './pay';
import { approval } from './approval';
import { reverse } from './reverse';
import { keys } from './keys';
import { failures } from './failures';
import { opening } from './opening';
import { printing } from './printing';
import { terms } from './terms';
import { unclean } from './unclean';

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

  rail: { name: 'الشاشات', sell: 'البيع', receipts: 'الإيصالات', settings: 'الإعدادات', shift: 'الوردية' },

  roles: { cashier: 'كاشير', manager: 'إدارة' },
  firstRun,
  signOn,
  shift,
  sell,
  pay,
  approval,
  reverse,
  keys,
  receipts,
  settings,
  printing,
  unclean,
  failures,
  opening,
  terms,
  errors: errorsAr,
};
