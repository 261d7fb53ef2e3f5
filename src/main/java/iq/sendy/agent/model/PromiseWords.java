package iq.sendy.agent.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Promises in a reply: that something is free, guaranteed, paid back or taken off the price. */
final class PromiseWords {

    private static final int NEAR = 4;

    private static final PhraseList FREE = PhraseList.of("""
            مجانا, مجاني, مجانيه, بالمجان, ببلاش, بلاش, على حسابنا, بدون اجور توصيل, بدون اجره توصيل, توصيل علينا, التوصيل علينا
            بدون رسوم توصيل, ماكو اجور توصيل, ماكو اجره توصيل, ماكو رسوم توصيل, التوصيل صفر, توصيل صفر, توصيل هديه, التوصيل هديه
            بێ کرێی گەیاندن, بەبێ کرێی گەیاندن, گەیاندن لەسەر ئێمە*
            خۆڕایی*, بەخۆڕایی*, خوڕایی*, بەخۆرایی*, بێ بەرامبەر*, بێبەرامبەر*, بەلاش*, بە بەلاش*
            belas, bepere, be pere, be berdel
            free, for free, complimentary, no charge, at no cost, on the house, delivery is on us, shipping is on us, delivery on us
            no shipping charge, no delivery charge, no shipping fee, no delivery fee, no shipping cost, no delivery cost
            without delivery fee, without shipping fee, zero delivery, zero shipping, we pay the delivery, we pay for delivery
            we pay the shipping, we pay for shipping, we cover the delivery, we cover delivery, we cover the shipping
            """);
    private static final PhraseList NOT_FREE = PhraseList.of("""
            feel free, sugar free, fat free, gluten free, oil free, lactose free, caffeine free, alcohol free, paraben free
            hands free, duty free, bpa free, smoke free, cruelty free, toll free, free size, free style, free fire, free time
            free to, free kick
            """);
    private static final PhraseList GUARANTEED = PhraseList.of("""
            ضمان, ضمانه, مضمون, مضمونه, كفاله, مكفول, مكفوله, نضمن*, اضمنلك
            گەرەنتی*, گارانتی*, زەمانەت*, garanti*, zemanet*
            guarantee*, warranty, warranties
            """);
    private static final PhraseList PAID_BACK = PhraseList.of("""
            استرداد, استرجاع المبلغ, استرجاع الفلوس, نرجعلك فلوسك, نرجعلكم فلوسكم, نرجع الفلوس, نرجع فلوسك, نرجعلك المبلغ
            نرجعلكم المبلغ, نرجع المبلغ, ارجاع المبلغ, ارجاع الفلوس, ارجعنالك فلوسك, رجعنالك فلوسك, ارجعنالكم فلوسكم
            ارجعنا فلوسك, رجعنا فلوسك, ارجعنالك المبلغ, رجعنالك المبلغ, ارجعنا المبلغ, رجعنا المبلغ, نعوضك, تعويض
            گەڕاندنەوەی پارە, پارەکەت دەگەڕێنینەوە, پارەکەتمان گەڕاندەوە, قەرەبوو*, vegerandina pere*
            refund*, money back, compensat*
            """);
    private static final PhraseList TAKEN_OFF = PhraseList.of("""
            خصم, تخفيض, تنزيل, تنزيلات, عرض خاص, داشکاندن*, داشكان*, erzani*, dasikan*, discount*, off
            """);
    private static final PhraseList PERCENT = PhraseList.of("""
            %, ٪, بالميه, بالمئه, بالمائه, بالمايه, بالميا, في الميه, في المئه, من الميه, لە سەدا, لەسەدا, ji sedi, ji sede
            percent, per cent
            """);
    private static final PhraseList CHEAPER = PhraseList.of("""
            كود خصم, كود الخصم, رمز الخصم, كوبون خصم, نص السعر, نصف السعر, کۆدی داشکاندن, نیوەی نرخ*
            استخدم الكود, استخدم كود, استخدمي الكود, استعمل الكود, استعمل كود, بسعر الجمله, ننزلك السعر, ننزللك السعر, ننزل السعر
            نخصملك, نخصم لك, اخصملك, اخصم لك, بس لاجلك, بس لخاطرك, الثانيه هديه, الثاني هديه, الثانيه علينا, الثاني علينا
            باقتين بسعر وحده, قطعتين بسعر وحده, اثنين بسعر واحد, ثنتين بسعر وحده, دووەم بە دیاری, دووەم بە خۆڕایی
            discount code, promo code, coupon code, half price, half the price, use code, use the code, use coupon
            buy one get one, buy 1 get 1, two for one, second one is a gift, wholesale price, lower the price
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

    /** Kinds of promise that a shop's own text makes, and that a reply may make after it. */
    enum Promise {
        FREE_DELIVERY,
        FREE,
        GUARANTEED,
        PAID_BACK
    }

    /** What a shop's text promises. */
    static Set<Promise> made(List<Lexeme> policy) {
        var made = EnumSet.noneOf(Promise.class);
        for (var at = 0; at < policy.size(); at++) {
            made.addAll(promises(policy, at));
        }
        return made;
    }

    /**
     * Whether a text promises anything but what is allowed: what the shop's text does, and a delivery that is known to be free.
     * Nobody's text lets it name a discount of its own.
     */
    static boolean promised(List<Lexeme> lexemes, Set<Promise> allowed, boolean freeDelivery) {
        for (var at = 0; at < lexemes.size(); at++) {
            var promises = promises(lexemes, at);
            if (freeDelivery) {
                promises.remove(Promise.FREE_DELIVERY);
            }
            promises.removeAll(allowed);
            if (!promises.isEmpty() || cheaper(lexemes, at)) {
                return true;
            }
        }
        return false;
    }

    private static Set<Promise> promises(List<Lexeme> lexemes, int at) {
        var promises = EnumSet.noneOf(Promise.class);
        var free = FREE.width(lexemes, at);
        if (free > 0 && !harmless(lexemes, at, free) && !denied(lexemes, at, free)) {
            promises.add(near(lexemes, at, free, DELIVERY) ? Promise.FREE_DELIVERY : Promise.FREE);
        }
        var guaranteed = GUARANTEED.width(lexemes, at);
        if (guaranteed > 0 && !denied(lexemes, at, guaranteed)) {
            promises.add(Promise.GUARANTEED);
        }
        var paidBack = PAID_BACK.width(lexemes, at);
        if (paidBack > 0 && !denied(lexemes, at, paidBack)) {
            promises.add(Promise.PAID_BACK);
        }
        return promises;
    }

    private static boolean cheaper(List<Lexeme> lexemes, int at) {
        var cheaper = CHEAPER.width(lexemes, at);
        if (cheaper > 0 && !denied(lexemes, at, cheaper) && !Suppositions.before(lexemes, at)) {
            return true;
        }
        var proportion = PERCENT.width(lexemes, at);
        return proportion > 0 && near(lexemes, at, proportion, TAKEN_OFF);
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

    /** Whether the word right before a place says no. */
    static boolean negated(List<Lexeme> lexemes, int at) {
        return at > 0 && NO_BEFORE.width(lexemes, at - 1) > 0;
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
