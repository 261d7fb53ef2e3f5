package iq.sendy.agent.model;

import java.util.List;

/** Suppositions in a reply: sentences that tell what would be, or what is to be done for it. */
final class Suppositions {

    private static final int FAR = 6;

    private static final PhraseList WORDS = PhraseList.of("""
            اذا, لو, لما, عندما, قبل, بعد, حتى, بمجرد, اضغط*, تضغط*, بالضغط, زر, ادخل*, تدخل*, اكتب*, تكتب*
            ئەگەر, کاتێک, دوای, پاش, پێش, تا, هەتا, داگرە*, دوگمە*
            eger, heke, dema, gava, piste, pisti, beri, heta
            if, once, when, after, before, until, as soon, unless, tap, tapping, press, click, button, enter
            """);

    private Suppositions() {}

    /** Whether one begins in the sentence before a place. */
    static boolean before(List<Lexeme> lexemes, int at) {
        for (var before = at - 1;
                before >= Math.max(0, at - FAR) && !lexemes.get(before).ends();
                before--) {
            if (WORDS.width(lexemes, before) > 0) {
                return true;
            }
        }
        return false;
    }
}
