import type { Dictionary } from '../en';

export const reverse: Dictionary['reverse'] = {
  reverse: 'عكس البيع',
  title: (number) => `عكس البيع ${number}؟`,
  text: 'يُلغى البيع كله: تعود البضاعة إلى المخزون ويستردّ الزبون ماله.',
  total: 'الإجمالي',
  back: {
    cash: 'يُردّ نقدًا',
    card: 'يُردّ إلى البطاقة من الجهاز',
    coupon: 'تُعاد القسيمة',
  },
  why: 'ما السبب؟',
  reasons: [
    { code: 'wrong goods', label: 'بضاعة خاطئة' },
    { code: 'wrong payment', label: 'طريقة دفع خاطئة' },
    { code: 'customer changed mind', label: 'غيّر الزبون رأيه' },
  ],
  keep: 'إبقاء البيع',
  done: (number) => `عُكس البيع ${number}`,
  giveBack: 'المبلغ المردود نقدًا',
  noCash: 'لا نقد للردّ',
  cardToo: 'يُردّ مبلغ البطاقة من الجهاز.',
  document: 'المستند',
  ok: 'تم',
};
