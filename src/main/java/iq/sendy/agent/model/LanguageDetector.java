package iq.sendy.agent.model;

import iq.sendy.messaging.ReplyLanguage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/**
 * Language detection by scripts, letters and words, for the short lines of a chat. Sorani and Iraqi Arabic share a script and
 * most letters; Kurmanji, English and the Arabic that is typed in Latin letters share the other.
 */
public final class LanguageDetector {

    /** Letters that Sorani alone has here; p, ch, zh, g and v are written in Iraqi Arabic too. */
    static final String SORANI = "ەۆێڕڵ";

    private static final String KURMANJI_LETTERS = "êîûçşÊÎÛÇŞ";
    private static final char CIRCUMFLEX = '\u0302';
    private static final char CEDILLA = '\u0327';
    private static final char HEH = 'ه';
    private static final char NON_JOINER = '\u200C';
    private static final int SHORT_LINE = 3;

    private static final Set<String> SORANI_WORDS = words("""
            سلاو سوپاس چونی چۆنی چونن باشه باشی باشم کاکه کاک نرخ نرخی نرخه چنده چەندە دەمەوێ ئەوێ تکایه تكایه زۆر زور سپاس
            هەیه هەیە نییه نیه بکەن بەڵێ نەخێر ئەم ئەمه ئەوه خوشکم براکەم دەستخۆش دەستتان گەیاندن هەولێر سلێمانی ئێوه ئێمه
            کەی کوا لەکوێ بۆچی چۆن یەک دانه دینار پێم بنێره بینێره ماڵئاوا خوا بژین بژی
            """);
    /** That are Arabic, or names, as well, once marks and letters are folded. */
    private static final Set<String> NOT_SORANI = words("باشي دينار كوا نيه باشم سباس اهم كي دانه زور نرخ خوا كاك");

    private static final Set<String> KURMANJI_WORDS = words("""
            ez tu hun em ew min te wi we wan ci ciye cawa cawan kengi kengê ku kijan cima cend ceng heye hene tune tuneye nine
            spas spasdar silav slav rojbas sevbas bi ji li de re di bo ji bona ye ne na ere erê belê bele dixwazim dixwazin
            dikarim dikare dikarin bike bikin bibe biha bihaye bihayê bihaya pere gihandin sifaris navê nav navnisan malê mal keç
            xwe xwes baş bas gelek pir zor kerem ka hejmar hejmara reng rengê mezinahi mezin bicuk cil sol pêlav pelav kitêb
            hûn bikrim bistinim bistînim digihe digihije nû nu ev vê ve wê yê ya yên yen dest xwesi xer xêr
            """);
    /** Enough alone. */
    private static final Set<String> KURMANJI_CLEAR = words("""
            spas spasdar silav slav rojbas sevbas heye hene tuneye dixwazim dixwazin bihaye cawa cawan bistinim gihandin kengi ciqas
            ciye dikarim sifaris sipas zor spas destxwes
            """);

    private static final Set<String> ARABIZI_WORDS = words("""
            shlon shlonak shlonk shlonkm shlonich shlonach shgad shkd shkad shgd shgadd beesh bish besh aku ako maku mako akou
            hwaya hwaia hwaye hassa hasa wein wayn wen chan chanat shinu shino shnu shnw shno mnwra salam salamalaikum slm
            alaikum alaykum assalam asalam inshallah inshalla wallah walla shukran shokran habibi hbibi habibti hala hla yalla
            ahlan sabah masa alkhair alkher kher zain zen zena zeen mashkoor mashkor tawseel tawsil tawsel arid areed ared ridit
            abi abgha agdar agdr mumkin momkin mmkn indkum indkm 3ndkm endkum adkum yimta emta shwakt yamta lewan lon alwan
            qiyas qyas sir si3r sir3 dinar alf ibni akhi ukhti ustath gheir bas hatha hay hathi hada balki lish leish laish
            """);
    private static final Set<String> ENGLISH_WORDS = words("""
            the a an is are am was do does did have has had can could will would you your i my me we our it this that these
            those what which when where who how much many price cost please thanks thank hello hi hey good morning evening
            want need buy order delivery deliver available stock size color colour and or not no yes ok okay for with from to
            in on of if any send there still get today tomorrow
            """);
    /** That English shares with the speech of everybody here. */
    private static final Set<String> EVERYBODYS =
            words("hi hello hey ok okay yes no bye thanks thank you please good morning");

    private static final Set<String> NO_ARABIZI = words("""
            pcs pc kg g gm gb tb mb mp ml l cm mm m xl xxl xs s mg mah w v hz k x d g lte nd rd th st am pm days day hours hour
            min mins inch in iqd usd pro max plus cups cup pieces piece items item people weeks week months month years year
            """);

    private LanguageDetector() {}

    /** The language of one line; empty where nothing in it tells: numbers, pictures, an address. */
    public static Optional<ReplyLanguage> of(String line) {
        var text = ChatText.withoutAddresses(line);
        var arabic = text.codePoints().filter(LanguageDetector::arabic).count();
        var latin = text.codePoints().filter(LanguageDetector::latin).count();
        if (arabic == 0) {
            return latin == 0 ? Optional.empty() : latin(text);
        }
        // Whoever writes Arabic letters names brands in Latin ones; who writes English sentences may quote one word.
        return arabic < latin && count(text, ENGLISH_WORDS) > 2
                ? Optional.of(ReplyLanguage.EN)
                : Optional.of(arabic(text));
    }

    /**
     * The language of a conversation: it stays what it was until two messages in a row are in another. A greeting that
     * everybody uses at the beginning decides nothing.
     *
     * @param texts what the customer wrote, oldest first
     * @param other where nothing tells
     */
    public static ReplyLanguage of(List<String> texts, ReplyLanguage other) {
        ReplyLanguage settled = null;
        ReplyLanguage before = null;
        var firm = false;
        for (var text : texts) {
            var spoken = of(text).orElse(null);
            if (spoken == null) {
                continue;
            }
            if (settled == null || (!firm && !everybodys(text)) || (spoken != settled && spoken == before)) {
                settled = spoken;
            }
            firm |= !everybodys(text);
            before = spoken;
        }
        return orElse(settled, other);
    }

    private static ReplyLanguage orElse(@Nullable ReplyLanguage settled, ReplyLanguage other) {
        return settled == null ? other : settled;
    }

    private static boolean everybodys(String text) {
        return ChatText.lexemes(text).stream().filter(Lexeme::word).allMatch(word -> EVERYBODYS.contains(word.text()));
    }

    private static ReplyLanguage arabic(String text) {
        var letters = text.codePoints().filter(c -> SORANI.indexOf(c) >= 0).count() + oldSpelling(text);
        var words = ChatText.lexemes(text).stream().filter(Lexeme::word).toList();
        var few = words.size() <= SHORT_LINE;
        var known = words.stream()
                .map(Lexeme::text)
                .filter(SORANI_WORDS::contains)
                .filter(word -> !NOT_SORANI.contains(word))
                .count();
        return letters >= 2 || (few && letters + known > 0) || known >= 2 || (letters > 0 && known > 0)
                ? ReplyLanguage.CKB
                : ReplyLanguage.AR;
    }

    /** A heh with a non-joiner behind it is how e is written where the keyboard has none. */
    private static long oldSpelling(String text) {
        var count = 0L;
        for (var at = text.indexOf(NON_JOINER); at > 0; at = text.indexOf(NON_JOINER, at + 1)) {
            count += text.charAt(at - 1) == HEH ? 1 : 0;
        }
        return count;
    }

    /** The language of a text in Latin letters; empty where a single name or a measure tells nothing. */
    static Optional<ReplyLanguage> latin(String text) {
        var words = ChatText.lexemes(text).stream()
                .filter(Lexeme::latin)
                .map(Lexeme::text)
                .toList();
        var marked = marked(text);
        var english = words.stream()
                .filter(word -> ENGLISH_WORDS.contains(word) && !(marked && KURMANJI_WORDS.contains(word)))
                .count();
        var kurmanji = words.stream()
                .filter(word -> KURMANJI_WORDS.contains(word) && (marked || !ENGLISH_WORDS.contains(word)))
                .count();
        var clear = words.stream().anyMatch(KURMANJI_CLEAR::contains);
        if (kurmanji > english && (kurmanji > 1 || clear || marked)) {
            return Optional.of(ReplyLanguage.KMR);
        }
        if (clear && english == 0) {
            return Optional.of(ReplyLanguage.KMR);
        }
        var arabizi = words.stream().filter(ARABIZI_WORDS::contains).count() + digitsInWords(text);
        if (arabizi > 0 && arabizi >= english) {
            return Optional.of(ReplyLanguage.AR);
        }
        return words.isEmpty() || words.stream().allMatch(NO_ARABIZI::contains)
                ? Optional.empty()
                : Optional.of(ReplyLanguage.EN);
    }

    private static boolean marked(String text) {
        return text.codePoints().anyMatch(c -> KURMANJI_LETTERS.indexOf(c) >= 0 || c == CIRCUMFLEX || c == CEDILLA);
    }

    /** How many words have a 2, 3, 5, 7 or 9 for an Arabic letter: 7abibi, sh3ndk, but not 5kg, mp3 or s23. */
    private static long digitsInWords(String text) {
        var count = 0L;
        var words = new StringTokenizer(ChatText.fold(text), " \n.,!?؟،/()\"':;-+");
        while (words.hasMoreTokens()) {
            count += arabizi(words.nextToken()) ? 1 : 0;
        }
        return count;
    }

    private static boolean arabizi(String word) {
        var letters = 0;
        var inside = false;
        for (var i = 0; i < word.length(); i++) {
            var c = word.charAt(i);
            letters += latin(c) ? 1 : 0;
            if (ChatText.digit(c) && (i == 0 || latin(word.charAt(i - 1)))) {
                var next = i + 1 < word.length() ? word.charAt(i + 1) : ' ';
                inside |= "23579".indexOf(c) >= 0 && latin(next) && (i > 0 || !NO_ARABIZI.contains(word.substring(1)));
            }
            if (!latin(c) && !ChatText.digit(c)) {
                return false;
            }
        }
        return inside && letters > 2;
    }

    private static boolean arabic(int c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
    }

    private static boolean latin(int c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private static long count(String text, Set<String> words) {
        return ChatText.lexemes(text).stream()
                .filter(word -> words.contains(word.text()))
                .count();
    }

    private static Set<String> words(String lines) {
        return ChatText.words(lines);
    }
}
