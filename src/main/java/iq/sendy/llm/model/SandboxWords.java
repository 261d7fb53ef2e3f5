package iq.sendy.llm.model;

import iq.sendy.kernel.Digits;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Words that the sandbox knows, in the four languages and in any spelling of their letters. */
@SuppressWarnings("ImmutableEnumChecker") // What is in them is only asked.
enum SandboxWords {
    PERSON("موظف, موظفين, شخص, بشر, انسان, مدير, کارمەند, مرۆڤ, بەڕێوەبەر, "
            + "kesek, karmend, mirov, person, human, staff, somebody, manager"),
    COMPLAINT("شكوى, شكوه, اشتكي, زعلان, خربان, مكسور, سکاڵا, شکاوە, " + "gilî, şikestî, complaint, broken, damaged"),
    STATUS("وين طلبي, طلبي, طلبيتي, حالة الطلب, تتبع, وصل الطلب, داواکارییەکەم, داواکاریەکەم, "
            + "کەی دەگات, "
            + "siparîşa min, daxwaza min, my order, track, order status"),
    ORDER("اطلب, اطلبه, اطلبها, احجز, احجزلي, اشتري, طلبية, ابي اطلب, داوای دەکەم, داوا بکەم, "
            + "داوا دەکەم, بکڕم, دەکڕم, "
            + "bikirim, dikirim, siparîş, order, buy"),
    HOURS("دوام, دوامكم, تفتحون, مفتوح, مفتوحين, ساعات, کاتژمێر, کراوەن, کراوەیە, کاتی کار, "
            + "saet, vekirî, hours, open, close"),
    DELIVERY("توصيل, التوصيل, توصلون, توصيلكم, گەیاندن, دەگەیەنن, "
            + "gihandin, digihînin, delivery, deliver, shipping"),
    RETURNS("ارجاع, ارجع, ترجيع, استرجاع, ترجعون, استبدال, ابدل, گەڕاندنەوە, گۆڕینەوە, "
            + "vegerandin, guhertin, return, returns, exchange"),
    PAYMENT("الدفع, ادفع, كاش, ماستر, زين كاش, پارەدان, پارە بدەم, " + "dayîna pereyan, dravdan, pay, payment, cash"),
    ABOUT("عنوانكم, موقعكم, مكانكم, محلكم, رقمكم, ناونیشانتان, شوێنتان, "
            + "navnîşana we, cihê we, your address, located, your shop"),
    THANKS("شكرا, مشكور, تسلم, سوپاس, " + "spas, thanks, thank"),
    GREETING("سلام, السلام عليكم, هلو, هلا, مرحبا, صباح الخير, مساء الخير, سڵاو, " + "silav, rojbaş, hello, hi, hey"),
    /** What says nothing of a product. */
    FILLER("اريد, السلام, اي, نعم, خوش, تمام, عندكم, عدكم, عندك, شكد, شقد, شكم, سعر, السعر, "
            + "سعره, سعرها, بيش, بكم, كم, هل, موجود, موجوده, متوفر, متوفره, اكو, لو, سمحت, سمحتي, "
            + "رجاء, عليكم, وعليكم, من, هذا, هذه, هاي, ممكن, اذا, ال, و, شنو, شلون, قطعه, قطع, "
            + "حبه, واحد, وحده, لي, في, على, الخير, صباح, مساء, بەڵێ, چەند, چەندە, نرخ, نرخی, "
            + "هەیە, هەتانە, دەمەوێت, دەمەوێ, ئەم, ئەمە, تکایە, لە, بۆ, دانە, یەک, داوا, داوای, "
            + "دەکەم, بکەم, "
            + "erê, çend, çi, biha, bihayê, heye, hene, dixwazim, ji, ez, vê, kerema, xwe, yek, "
            + "kirim, yes, ok, do, you, have, price, of, how, much, is, are, the, a, an, i, want, "
            + "to, please, any, for, me, can, what, would, like, one, some, there, it, this");

    private static final int LEAST_STEM = 5;

    private final Set<String> words;
    private final List<String> phrases;

    /** Words and phrases, with commas between. */
    SandboxWords(String all) {
        var plain = split(all, ',').stream().map(SandboxWords::plain).toList();
        this.words = plain.stream().filter(word -> word.indexOf(' ') < 0).collect(Collectors.toUnmodifiableSet());
        this.phrases = plain.stream().filter(word -> word.indexOf(' ') >= 0).toList();
    }

    /** Whether a text says one of them. */
    boolean in(String text) {
        var plain = plain(text);
        return phrases.stream().anyMatch((" " + plain + " ")::contains)
                || split(plain, ' ').stream().anyMatch(this::is);
    }

    private boolean is(String word) {
        return words.contains(word)
                || words.contains(bare(word))
                || words.stream()
                        .anyMatch(stem ->
                                stem.length() >= LEAST_STEM && bare(word).startsWith(stem));
    }

    /** Without the article and the small words that Arabic writes onto the next one. */
    private static String bare(String word) {
        for (var prefix : List.of("وال", "بال", "لل", "ال")) {
            if (word.startsWith(prefix) && word.length() - prefix.length() > 2) {
                return word.substring(prefix.length());
            }
        }
        return word;
    }

    /** What is left of a text when all that is no name of a thing is taken out. */
    static String subject(String text) {
        var left = new ArrayList<String>();
        for (var word : words(text)) {
            var plain = plain(word);
            if (!plain.isEmpty()
                    && Stream.of(values()).noneMatch(known -> known.words.contains(plain))
                    && !Digits.only(plain, plain.length())) {
                left.add(word);
            }
        }
        return String.join(" ", left);
    }

    private static List<String> words(String text) {
        var apart = new StringBuilder();
        text.codePoints().map(c -> isOfWord(c) ? c : ' ').forEach(apart::appendCodePoint);
        return split(apart.toString(), ' ').stream()
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** At one character, in one pass. */
    static List<String> split(String text, char at) {
        var parts = new ArrayList<String>();
        var from = 0;
        for (var next = text.indexOf(at); next >= 0; next = text.indexOf(at, from)) {
            parts.add(text.substring(from, next));
            from = next + 1;
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static boolean isOfWord(int c) {
        return Character.isLetterOrDigit(c)
                || c == '-'
                || c == '\u200C'
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** One spelling: small letters, ASCII digits, one alef, one yeh, one kaf, no vowel signs. */
    static String plain(String text) {
        var plain = new StringBuilder();
        Digits.toAscii(text).codePoints().forEach(c -> {
            if (Character.getType(c) == Character.NON_SPACING_MARK || c == '\u0640' || c == '\u200C') {
                return;
            }
            var letter = Character.isLetterOrDigit(c) ? folded(Character.toLowerCase(c)) : ' ';
            if (letter != ' ' || (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ')) {
                plain.appendCodePoint(letter);
            }
        });
        return plain.toString().strip();
    }

    private static int folded(int c) {
        return switch (c) {
            case 'أ', 'إ', 'آ' -> 'ا';
            case 'ى', 'ی' -> 'ي';
            case 'ة' -> 'ه';
            case 'ک', 'گ' -> 'ك';
            default -> c;
        };
    }
}
