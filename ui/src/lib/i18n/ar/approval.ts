import type { Dictionary } from '../en';

export const approval: Dictionary['approval'] = {
  title: 'تلزم موافقة المدير',
  who: 'من يوافق؟',
  nobody: 'لا أحد غيرك هنا يملك هذه الصلاحية.',
  approve: 'موافقة',
  cancel: 'التراجع',
  left: (seconds) => `الثواني المتبقية: ${seconds}`,
  acts: {
    fromTo: (act, from, to) => `${act}: من ${from} إلى ${to}`,
    discountLine: (off, name, who) => `${off} على ${name}، بطلب من ${who}`,
    discountOrder: (off, who) => `${off} على الطلب كله، بطلب من ${who}`,
    dropDiscount: (who) => `إلغاء الخصم، بطلب من ${who}`,
    price: (price, name, who) => `${price} للقطعة: ${name}، بطلب من ${who}`,
    lineTotal: (total, name, who) => `${total} للبند كله: ${name}، بطلب من ${who}`,
    listPrice: (name, who) => `العودة إلى سعر القائمة: ${name}، بطلب من ${who}`,
    voidLine: (name, who) => `حذف ${name}، بطلب من ${who}`,
    cancelOrder: (what, who) => `إلغاء الطلب (${what})، بطلب من ${who}`,
    giveBack: (amount, tender, who) => `ردّ ${amount} (${tender})، بطلب من ${who}`,
    reverse: (number, total, who) => `عكس ${number} بقيمة ${total}، بطلب من ${who}`,
    belowStock: (goods, who) => `بيع ${goods} فوق المخزون، بطلب من ${who}`,
  },
};
