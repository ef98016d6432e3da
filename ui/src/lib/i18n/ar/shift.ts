import type { Dictionary } from '../en';

export const shift: Dictionary['shift'] = {
  openTitle: 'فتح الوردية',
  openText: 'يجب عدّ النقود في الدرج قبل أول عملية بيع.',
  float: 'رصيد البداية',
  open: 'فتح الوردية',
  closeTitle: (number) => `إغلاق الوردية ${number}`,
  closeText: 'يجب عدّ كل النقود في الدرج مع رصيد البداية، ثم كتابة المبلغ.',
  openedAt: 'وقت الفتح',
  counted: 'المعدود',
  expected: 'المتوقع',
  close: 'إغلاق الوردية',
  closedTitle: (number) => `أُغلقت الوردية ${number}`,
  exact: 'الدرج مطابق',
  over: 'زيادة',
  short: 'عجز',
  openNext: 'فتح الوردية التالية',
};
