import type { Dictionary } from '../en';

export const signOn: Dictionary['signOn'] = {
  morning: 'صباح الخير',
  afternoon: 'نهارك سعيد',
  evening: 'مساء الخير',
  who: 'من سيسجّل الدخول',
  submit: 'تسجيل الدخول',
  pinTyped: (digits) => `الرقم السري: عدد الأرقام المكتوبة ${digits}`,
  demoPin: 'رقم التجربة',
  forgot: 'نسيت الرقم السري؟',
  waitFor: (time) => `انتظر ${time}`,
  waitTitle: 'أرقام سرية خاطئة كثيرة',
  waitText: (name, until) =>
    `يمكن المحاولة من جديد الساعة ${until} لـ ${name}. الآخرون يسجلون الدخول كالمعتاد.`,
  recoverTitle: (name) => `رقم سري جديد لـ ${name}`,
  recoverText: 'اكتب رمز الاسترداد من الورقة ورقمًا سريًا جديدًا. يُستعمل الرمز مرة واحدة.',
  recoveryCode: 'رمز الاسترداد',
  newPin: 'الرقم السري الجديد',
  newPinAgain: 'الرقم السري الجديد مرة أخرى',
  setPin: 'تعيين الرقم السري',
  recovered: 'الرقم السري الجديد سارٍ. اطبع رمز استرداد جديدًا من الإعدادات.',
  cancel: 'إلغاء',
};
