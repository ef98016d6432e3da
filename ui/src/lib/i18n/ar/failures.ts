import type { Dictionary } from '../en';

export const failures: Dictionary['failures'] = {
  startTitle: 'تعذّر فتح الصندوق',
  noShopTitle: 'لا يوجد متجر بعد',
  noShop: 'يجب إنشاؤه بالأمر «minas init»، ثم إعادة المحاولة.',
  partTitle: 'تعذّر فتح جزء من النافذة',
  part: 'لم يُفقد شيء: السلة محفوظة. يمكن إعادة المحاولة.',
  unanswered: 'لم يُجب الصندوق. يمكن تكرار العملية نفسها: لا شيء يحدث مرتين.',
};
