import type { Dictionary } from '../en';

export const printing: Dictionary['printing'] = {
  title: 'الطباعة',
  chip: (count) =>
    count === 1 ? 'إيصال ينتظر' : count === 2 ? 'إيصالان ينتظران' : `إيصالات تنتظر: ${count}`,
  chipUnknown: 'هل طُبع؟',
  explain: 'البيع مستمر. ما ينتظر يُطبع حالما تستجيب الطابعة.',
  nothing: 'لا شيء ينتظر الطباعة.',
  again: 'اطبع مرة أخرى',
  copy: 'اطبع نسخة',
  drop: 'إلغاء الطباعة',
  paper: {
    receipt: (number) => `الإيصال ${number}`,
    copy: (number) => `الإيصال ${number}، نسخة`,
    shift: (number) => `الوردية ${number}`,
    test: 'طباعة تجريبية',
    recovery_code: 'رمز الاسترداد',
  },
  state: {
    waiting: 'ينتظر الطابعة',
    printing: 'قيد الطباعة…',
    printed: 'طُبع',
    failed: 'لم يُطبع',
    unknown: 'هل طُبع؟ لا أحد يعلم',
  },
  unknownHelp: 'انظر إلى الطابعة. إن لم يخرج شيء فاطبع مرة أخرى، وسيُكتب عليه «نسخة».',
  trouble: {
    not_there: 'الطابعة لا تستجيب. الإيصالات تنتظر والبيع مستمر.',
    not_there_at: (place) => `الطابعة لا تستجيب على ${place}. الإيصالات تنتظر والبيع مستمر.`,
    hangs: 'الطابعة عالقة. أطفئها ثم شغّلها من جديد.',
    broke_off: 'توقفت الطابعة في المنتصف. تأكد هل خرج الإيصال.',
    cannot_write: 'لا يمكن الكتابة إلى مكان الطباعة. راجع إعدادات الطابعة.',
    no_paper: 'نفد ورق الطابعة. ضع لفة جديدة.',
    cover_open: 'غطاء الطابعة مفتوح. أغلقه.',
  },
};
