package iq.sendy.agent.model;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;

/** Number words of Arabic, as Iraq says and writes them, Sorani, Kurmanji and English; all of them folded. */
final class NumberWords {

    private static final String ARABIC = """
            0.5 نص نصف
            0.25 ربع
            1 واحد واحده احد احدى
            2 اثنين ثنين اثنان اثنتين ثنتين
            3 ثلاث ثلاثه تلاث تلاثه ثلث تلث
            4 اربع اربعه
            5 خمس خمسه
            6 ست سته
            7 سبع سبعه
            8 ثمان ثماني ثمانيه ثمن ثمنيه
            9 تسع تسعه
            10 عشر عشره
            11 احدعش دعش حدعش
            12 اثنعش اطنعش ثنعش طنعش
            13 ثلطعش تلطعش ثلاثطعش
            14 اربعطعش
            15 خمسطعش خمستعش
            16 ستطعش سطعش
            17 سبعطعش
            18 ثمنطعش
            19 تسعطعش
            20 عشرين عشرون
            30 ثلاثين تلاثين ثلاثون
            40 اربعين اربعون
            50 خمسين خمسون
            60 ستين ستون
            70 سبعين سبعون
            80 ثمانين ثمانون
            90 تسعين تسعون
            100 ميه مايه
            200 ميتين مايتين ميتان مايتان
            300 ثلاثميه ثلثميه تلثميه ثلاثمايه
            400 اربعميه اربعمايه
            500 خمسميه خمسمايه
            600 ستميه ستمايه
            700 سبعميه سبعمايه
            800 ثمنميه ثمانميه ثمانمايه
            900 تسعميه تسعمايه
            """;
    private static final String SORANI = """
            0.5 نيو
            1 يهك
            2 دوو
            4 چوار
            5 پينج
            6 شهش
            7 حهوت
            8 ههشت
            9 نو
            10 ده
            11 يازده يانزه
            12 دوازده دوانزه
            13 سيازده سيانزه
            14 چوارده
            15 پازده پانزه پانزده
            16 شازده شانزه شانزده
            17 حهفده حهفه
            18 ههژده
            19 نوزده
            20 بيست
            30 سي
            40 چل
            50 پهنجا
            60 شهست
            70 حهفتا
            80 ههشتا
            90 نهوهد نهوهت
            100 سهد
            200 دووسهد
            300 سيسهد
            400 چوارسهد
            500 پينجسهد پينسهد
            600 شهشسهد
            700 حهوسهد حهوتسهد
            800 ههشتسهد
            900 نوسهد
            """;
    private static final String KURMANJI = """
            0.5 niv
            1 yek
            2 du
            3 se
            4 car
            5 penc
            6 ses
            7 heft
            8 hest
            9 neh
            10 deh
            11 yazdeh yanzdeh
            12 diwazdeh dozdeh diwanzdeh
            13 sezdeh
            14 cardeh
            15 pazdeh panzdeh
            16 sazdeh sanzdeh
            17 hivdeh hevdeh
            18 hejdeh hijdeh
            19 nozdeh
            20 bist
            30 si
            40 cil
            50 penci
            60 sest
            70 hefte
            80 heste
            90 nod newed
            100 sed
            200 dused
            300 sesed
            400 carsed
            500 pencsed
            """;
    private static final String ENGLISH = """
            0.5 half
            1 one
            2 two
            3 three
            4 four
            5 five
            6 six
            7 seven
            8 eight
            9 nine
            10 ten
            11 eleven
            12 twelve
            13 thirteen
            14 fourteen
            15 fifteen
            16 sixteen
            17 seventeen
            18 eighteen
            19 nineteen
            20 twenty
            30 thirty
            40 forty
            50 fifty
            60 sixty
            70 seventy
            80 eighty
            90 ninety
            100 hundred
            """;
    /** A word may be two of a thousand at once. */
    private static final String TIMES = """
            1000 الف الاف الوف ههزار هزار hezar hizar thousand thousands k alf
            1000000 مليون ملايين ملوين milyon million millions mn
            """;

    private static final String TWICE = """
            1000 الفين الفان
            1000000 مليونين مليونان
            """;

    private static final Map<String, BigDecimal> VALUES = table(ARABIC + SORANI + KURMANJI + ENGLISH);
    private static final Map<String, BigDecimal> MULTIPLIERS = table(TIMES);
    private static final Map<String, BigDecimal> DOUBLES = table(TWICE);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private NumberWords() {}

    /** What it counts; three and thirty of Sorani fold alike, which the caller has told apart. */
    static Optional<BigDecimal> value(String word) {
        return found(VALUES, word);
    }

    static Optional<BigDecimal> multiplier(String word) {
        return found(MULTIPLIERS, word);
    }

    static Optional<BigDecimal> twice(String word) {
        return found(DOUBLES, word);
    }

    /** Whether it belongs to digits before it: a half, or the hundred of 3 hundred. */
    static boolean completes(BigDecimal before, BigDecimal value) {
        return value.compareTo(BigDecimal.ONE) < 0 || hundreds(before, value);
    }

    /** Added to what stands before it; a hundred multiplies what is below ten. */
    static BigDecimal join(BigDecimal before, BigDecimal value) {
        return hundreds(before, value) ? before.multiply(HUNDRED) : before.add(value);
    }

    private static boolean hundreds(BigDecimal before, BigDecimal value) {
        return value.compareTo(HUNDRED) == 0 && before.signum() > 0 && before.compareTo(BigDecimal.TEN) < 0;
    }

    private static Optional<BigDecimal> found(Map<String, BigDecimal> table, String word) {
        return ChatText.forms(word).stream()
                .filter(table::containsKey)
                .map(table::get)
                .findFirst();
    }

    private static Map<String, BigDecimal> table(String lines) {
        var table = new HashMap<String, BigDecimal>();
        lines.lines().forEach(line -> {
            var words = new StringTokenizer(line);
            var value = new BigDecimal(words.nextToken());
            while (words.hasMoreTokens()) {
                table.put(ChatText.fold(words.nextToken()), value);
            }
        });
        return Map.copyOf(table);
    }
}
