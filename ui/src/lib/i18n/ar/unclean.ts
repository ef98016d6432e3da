import type { Dictionary } from '../en';

export const unclean: Dictionary['unclean'] = {
  title: 'توقف الصندوق فجأة',
  nothingLost: 'لم يضِع شيء. فُحص السجل وفيه كل بيع مكتمل.',
  last: 'آخر بيع محفوظ',
  none: 'لم يُحفظ أي بيع بعد.',
  total: 'المجموع',
  received: 'المقبوض',
  change: 'الباقي',
  printed: 'الإيصال',
  goOn: 'متابعة',
};
