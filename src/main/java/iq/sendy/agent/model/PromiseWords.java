package iq.sendy.agent.model;

import java.util.List;

/** Promises in a reply: that something is free, is guaranteed, is paid back, or is taken off the price. */
final class PromiseWords {

    private static final int NEAR = 4;

    private static final PhraseList FREE = PhraseList.of("""
            مجانا, مجاني, مجانيه, بالمجان, ببلاش, بلاش, على حسابنا, بدون اجور توصيل, بدون اجره توصيل, توصيل علينا, التوصيل علينا
            خۆڕایی, بەخۆڕایی, خوڕایی, بەخۆرایی, بێ بەرامبەر, بێبەرامبەر, بەلاش, بە بەلاش
            belas, bepere, be pere, be berdel
            free, for free, complimentary, no charge, at no cost, on the house
            """);
    private static final PhraseList NOT_FREE = PhraseList.of("""
            feel free, sugar free, fat free, gluten free, oil free, lactose free, caffeine free, alcohol free, paraben free
            hands free, duty free, bpa free, smoke free, cruelty free, toll free, free size, free style, free fire, free time
            free to, free kick
            """);
    private static final PhraseList OTHER = PhraseList.of("""
            ضمان, ضمانه, مضمون, مضمونه, كفاله, مكفول, مكفوله, نضمن*, اضمنلك, استرداد, استرجاع المبلغ, استرجاع الفلوس
            نرجعلك فلوسك, نرجع الفلوس, نرجع فلوسك, ارجاع المبلغ, ارجاع الفلوس, نعوضك, تعويض
            گەرەنتی*, گارانتی*, زەمانەت*, گەڕاندنەوەی پارە, پارەکەت دەگەڕێنینەوە, قەرەبوو*
            garanti*, zemanet*, vegerandina pere*
            guarantee*, warranty, warranties, refund*, money back, compensat*
            """);
    private static final PhraseList TAKEN_OFF = PhraseList.of("""
            خصم, تخفيض, تنزيل, تنزيلات, عرض خاص, داشکاندن*, داشكان*, erzani*, dasikan*, discount*, off
            """);
    private static final PhraseList DELIVERY = PhraseList.of("""
            توصيل*, شحن, گەیاندن*, گهياندن*, gihandin*, delivery, shipping, deliver*
            """);
    private static final PhraseList NO_BEFORE = PhraseList.of("""
            لا, ما, ماكو, مو, مب, مش, ليس, ليست, بدون, لايوجد, غير, بێ, نا, ne, be, bi, no, not, without, isn, aren, doesn, don, t, never
            """);
    private static final PhraseList NO_BEHIND = PhraseList.of("""
            نييه, نیە, نيه, نین, ناكرێت, نادەین, ناکەین, نادرێت, nine, nin e, nin
            """);
    private static final PhraseList NOT_ONLY = PhraseList.of("فقط, بس, only, تەنها, tene");

    private PromiseWords() {}

    /** Whether a text promises anything but what is allowed: a delivery that is known to be free. */
    static boolean promised(List<Lexeme> lexemes, FreeDelivery delivery) {
        for (var at = 0; at < lexemes.size(); at++) {
            if (promises(lexemes, at, delivery)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the quote or a tool said that the delivery costs nothing. */
    enum FreeDelivery {
        KNOWN,
        UNKNOWN
    }

    private static boolean promises(List<Lexeme> lexemes, int at, FreeDelivery delivery) {
        var free = FREE.width(lexemes, at);
        if (free > 0 && !harmless(lexemes, at, free) && !denied(lexemes, at, free)) {
            return delivery == FreeDelivery.UNKNOWN || !near(lexemes, at, free, DELIVERY);
        }
        var other = OTHER.width(lexemes, at);
        if (other > 0 && !denied(lexemes, at, other)) {
            return true;
        }
        var proportion = lexemes.get(at).is("%") || lexemes.get(at).is("٪");
        return proportion && near(lexemes, at, 1, TAKEN_OFF);
    }

    /** Whether the word is part of another: sugar free, free size. */
    private static boolean harmless(List<Lexeme> lexemes, int at, int width) {
        return (at > 0 && NOT_FREE.width(lexemes, at - 1) > 1)
                || (at > 1 && lexemes.get(at - 1).is("-") && NOT_FREE.in(List.of(lexemes.get(at - 2), lexemes.get(at))))
                || NOT_FREE.width(lexemes, at) > width;
    }

    /** Whether the sentence says no to it: right before it, or behind it as Kurdish does. */
    private static boolean denied(List<Lexeme> lexemes, int at, int width) {
        for (var before = at - 1; before >= Math.max(0, at - NEAR + 1); before--) {
            if (breaks(lexemes.get(before)) || NOT_ONLY.width(lexemes, before) > 0) {
                break;
            }
            if (NO_BEFORE.width(lexemes, before) > 0) {
                return true;
            }
        }
        for (var behind = at + width; behind < Math.min(lexemes.size(), at + width + 2); behind++) {
            if (breaks(lexemes.get(behind))) {
                return false;
            }
            if (NO_BEHIND.width(lexemes, behind) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean breaks(Lexeme lexeme) {
        return lexeme.ends() || lexeme.is(",") || lexeme.is("،");
    }

    private static boolean near(List<Lexeme> lexemes, int at, int width, PhraseList words) {
        for (var i = Math.max(0, at - NEAR); i < Math.min(lexemes.size(), at + width + NEAR); i++) {
            if (words.width(lexemes, i) > 0) {
                return true;
            }
        }
        return false;
    }
}
