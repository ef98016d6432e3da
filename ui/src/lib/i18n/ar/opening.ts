import type { Dictionary } from '../en';

/** ما يستغرق وقتًا أثناء فتح الصندوق. */
export const opening: Dictionary['opening'] = {
  stages: {
    checking_file: 'لم يُغلق البرنامج بشكل سليم. يجري فحص الملف…',
    checking_journal: 'يجري فحص السجل…',
    migrating: 'بعد التحديث: تُحفظ نسخة ثم يُحدَّث الملف…',
    rebuilding: 'بعد التحديث: يجري تجهيز الشاشات…',
  },
  counted: (done, total) => `${done} من ${total}`,
  after: 'يُفتح الصندوق تلقائيًا عند الانتهاء.',
};
