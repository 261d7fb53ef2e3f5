package iq.sendy.agent.model;

import java.util.List;

/** Promises in a reply: that something is free, guaranteed, paid back or taken off the price, or that an order is placed. */
final class PromiseWords {

    private static final int NEAR = 4;
    private static final int FAR = 6;

    private static final PhraseList FREE = PhraseList.of("""
            مجانا, مجاني, مجانيه, بالمجان, ببلاش, بلاش, على حسابنا, بدون اجور توصيل, بدون اجره توصيل, توصيل علينا, التوصيل علينا
            خۆڕایی*, بەخۆڕایی*, خوڕایی*, بەخۆرایی*, بێ بەرامبەر*, بێبەرامبەر*, بەلاش*, بە بەلاش*
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
            نرجعلك فلوسك, نرجعلكم فلوسكم, نرجع الفلوس, نرجع فلوسك, نرجعلك المبلغ, نرجعلكم المبلغ, نرجع المبلغ, ارجاع المبلغ, ارجاع الفلوس, نعوضك, تعويض
            گەرەنتی*, گارانتی*, زەمانەت*, گەڕاندنەوەی پارە, پارەکەت دەگەڕێنینەوە, قەرەبوو*
            garanti*, zemanet*, vegerandina pere*
            guarantee*, warranty, warranties, refund*, money back, compensat*
            """);
    private static final PhraseList TAKEN_OFF = PhraseList.of("""
            خصم, تخفيض, تنزيل, تنزيلات, عرض خاص, داشکاندن*, داشكان*, erzani*, dasikan*, discount*, off
            """);
    private static final PhraseList CHEAPER = PhraseList.of("""
            كود خصم, كود الخصم, رمز الخصم, كوبون خصم, نص السعر, نصف السعر, کۆدی داشکاندن, نیوەی نرخ*
            discount code, promo code, coupon code, half price, half the price
            """);
    private static final PhraseList PLACED = PhraseList.of("""
            تم تثبيت طلب*, تم تثبيت الطلب*, تم تسجيل طلب*, تم تسجيل الطلب*, تم تاكيد طلب*, تم تاكيد الطلب*, تم حجز طلب*
            تثبت طلب*, تثبت الطلب*, طلبك تثبت, طلبكم تثبت, انسجل طلب*, طلبك مثبت, طلبكم مثبت, الطلب مثبت
            ثبتت طلب*, ثبتت الطلب*, ثبتنا طلب*, ثبتنا الطلب*, ثبتتلك*, ثبتنالك*
            طلبك تم تثبيته, طلبكم تم تثبيته, الطلب تم تثبيته, طلبك تم تاكيده, طلبكم تم تاكيده, طلبك تم تسجيله, طلبكم تم تسجيله
            سجلت طلب*, سجلت الطلب*, سجلنا طلب*, سجلنا الطلب*, سجلتلك*, سجلنالك*, اكدت طلب*, اكدنا طلب*, اكدنا الطلب*
            داواکاری* تۆمار کرا*, داواکاری* تۆمارکرا*, داواکاری* تۆمارمان کرد*, داواکاری* تۆمارم کرد*
            داواکاری* پشتڕاست کرا*, داواکاری* پشتڕاستکرا*, داواکاری* جێگیر کرا*, داواکاری* وەرگیرا*
            siparis* te hat*, siparis* we hat*, daxwaz* te hat*, daxwaz* we hat*
            order is placed, order has been placed, order was placed, order placed, order is confirmed, order has been confirmed
            order was confirmed, order confirmed, order is registered, order has been registered
            placed your order, placed the order, confirmed your order, confirmed the order, registered your order
            """);
    private static final PhraseList SUPPOSED = PhraseList.of("""
            اذا, لو, لما, عندما, قبل, بعد, حتى, بمجرد, اضغط*, تضغط*, بالضغط, زر, ادخل*, تدخل*, اكتب*, تكتب*
            ئەگەر, کاتێک, دوای, پاش, پێش, تا, هەتا, داگرە*, دوگمە*
            eger, heke, dema, gava, piste, pisti, beri, heta
            if, once, when, after, before, until, as soon, unless, tap, tapping, press, click, button, enter
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
        var cheaper = CHEAPER.width(lexemes, at);
        if (cheaper > 0 && !denied(lexemes, at, cheaper) && !supposed(lexemes, at)) {
            return true;
        }
        var proportion = lexemes.get(at).is("%") || lexemes.get(at).is("٪");
        return proportion && near(lexemes, at, 1, TAKEN_OFF);
    }

    /** Whether a text says that an order is placed, as it is by a tap or by people alone. */
    static boolean placed(List<Lexeme> lexemes) {
        for (var at = 0; at < lexemes.size(); at++) {
            var denied = at > 0 && NO_BEFORE.width(lexemes, at - 1) > 0;
            if (PLACED.width(lexemes, at) > 0 && !denied && !supposed(lexemes, at)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the sentence tells what would be, or what is to be done for it. */
    private static boolean supposed(List<Lexeme> lexemes, int at) {
        for (var before = at - 1;
                before >= Math.max(0, at - FAR) && !lexemes.get(before).ends();
                before--) {
            if (SUPPOSED.width(lexemes, before) > 0) {
                return true;
            }
        }
        return false;
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
