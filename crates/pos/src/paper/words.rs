//! The words of paper in every language of the program.

use store::Language;

/// Declares the words: each in English, Greek and Arabic.
macro_rules! words {
    ($($word:ident: $en:literal, $el:literal, $ar:literal;)*) => {
        /// A word on paper.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Word { $($word),* }

        impl Word {
            /// Every word, for the test that looks at all of them.
            #[cfg(test)]
            pub(super) const ALL: &'static [Self] = &[$(Self::$word),*];

            /// The word in a language.
            pub(super) const fn say(self, language: Language) -> &'static str {
                let [en, el, ar] = match self { $(Self::$word => [$en, $el, $ar]),* };
                match language {
                    Language::En => en,
                    Language::El => el,
                    Language::Ar => ar,
                }
            }
        }
    };
}

words! {
    Receipt: "Receipt", "Απόδειξη", "إيصال";
    Reversal: "Reversal", "Αντιλογισμός", "إلغاء بيع";
    ReversalOf: "Reversal of", "Αντιλογισμός του", "إلغاء للإيصال";
    ReversedBy: "Reversed by", "Αντιλογίστηκε με το", "ألغي بالمستند";
    TaxId: "Tax id", "ΑΦΜ", "الرقم الضريبي";
    Register: "Register", "Ταμείο", "نقطة البيع";
    Operator: "Served by", "Χειριστής", "الموظف";
    Discount: "Discount", "Έκπτωση", "خصم";
    Subtotal: "Subtotal", "Υποσύνολο", "المجموع الفرعي";
    Total: "TOTAL", "ΣΥΝΟΛΟ", "الإجمالي";
    TotalBack: "TOTAL BACK", "ΕΠΙΣΤΡΟΦΗ", "المبلغ المعاد";
    Tax: "Tax", "ΦΠΑ", "الضريبة";
    TaxBase: "Net", "Καθαρή αξία", "الصافي";
    Cash: "Cash", "Μετρητά", "نقدًا";
    Card: "Card", "Κάρτα", "بطاقة";
    Coupon: "Coupon", "Κουπόνι", "قسيمة";
    CashBack: "Cash back", "Επιστροφή μετρητών", "إعادة نقدية";
    CardBack: "Back to card", "Επιστροφή σε κάρτα", "إعادة إلى البطاقة";
    CouponBack: "Coupon back", "Επιστροφή κουπονιού", "إعادة القسيمة";
    Rounding: "Cash rounding", "Στρογγυλοποίηση", "تقريب النقد";
    Change: "Change", "Ρέστα", "الباقي";
    FiscalMark: "Mark", "ΜΑΡΚ", "الرمز الضريبي";
    MarkCopy: "COPY", "ΑΝΤΙΓΡΑΦΟ", "نسخة";
    MarkDemo: "DEMO", "ΔΟΚΙΜΗ", "تجربة";
    MarkReversal: "REVERSAL", "ΑΝΤΙΛΟΓΙΣΜΟΣ", "إلغاء بيع";
    MarkNotATaxReceipt: "NOT A TAX RECEIPT", "ΔΕΝ ΕΙΝΑΙ ΦΟΡΟΛΟΓΙΚΗ ΑΠΟΔΕΙΞΗ", "ليس إيصالًا ضريبيًا";
    ShiftReport: "Shift report", "Αναφορά βάρδιας", "تقرير الوردية";
    Opened: "Opened", "Άνοιγμα", "الفتح";
    Closed: "Closed", "Κλείσιμο", "الإغلاق";
    Float: "Float", "Αρχικό ποσό", "رصيد البداية";
    CashTaken: "Cash taken", "Εισπράξεις μετρητών", "النقد المقبوض";
    CashGivenBack: "Cash given back", "Επιστροφές μετρητών", "النقد المعاد";
    Sales: "Sales", "Πωλήσεις", "المبيعات";
    Reversals: "Reversals", "Αντιλογισμοί", "الإلغاءات";
    Net: "Sales less reversals", "Πωλήσεις μείον αντιλογισμοί", "المبيعات بعد الإلغاءات";
    Numbers: "Receipts", "Αποδείξεις", "الإيصالات";
    Copies: "Copies printed", "Αντίγραφα", "النسخ المطبوعة";
    Expected: "Expected cash", "Αναμενόμενα μετρητά", "النقد المتوقع";
    Counted: "Counted", "Καταμετρήθηκαν", "النقد المعدود";
    Over: "Over", "Πλεόνασμα", "زيادة";
    Short: "Short", "Έλλειμμα", "عجز";
    Exact: "Difference", "Διαφορά", "الفرق";
    GrandTotal: "Grand total since the first sale", "Γενικό σύνολο από την πρώτη πώληση", "الإجمالي منذ أول عملية بيع";
    Printed: "Printed", "Εκτυπώθηκε", "وقت الطباعة";
    TestPage: "Test page", "Δοκιμαστική σελίδα", "صفحة اختبار";
    TestRuler: "The ruler fills one line exactly.", "Ο χάρακας γεμίζει ακριβώς μία γραμμή.", "تملأ المسطرة سطرًا واحدًا تمامًا.";
    RecoveryTitle: "Recovery code", "Κωδικός ανάκτησης", "رمز الاستعادة";
    RecoveryFor: "For", "Για", "لـ";
    RecoveryKeep: "Keep it where only you find it. It sets a new PIN, once.",
        "Φύλαξέ τον εκεί που τον βρίσκεις μόνο εσύ. Ορίζει νέο PIN, μία φορά.",
        "احفظه حيث لا يجده غيرك. يعيّن رقمًا سريًا جديدًا مرة واحدة.";
}
