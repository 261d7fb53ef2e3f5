package iq.sendy.catalog.model;

import iq.sendy.kernel.SearchText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Words of a search as people put them into a sentence: folded, without those that name nothing, each with the stems that it
 * may be an inflection of in Arabic, Sorani, Kurmanji or English.
 */
public record SearchWords(List<SearchWord> words) {

    private static final int MOST_WORDS = 6;
    private static final int LONGEST_WORD = 24;

    /** A shorter stem is found in anything. */
    private static final int SHORTEST_STEM = 3;

    /** From here on a word is looked for with a slip of the finger in it. */
    private static final int SHORTEST_TO_MISSPELL = 4;

    /** From here on with two. */
    private static final int LONG = 8;

    /** Folded, as all words here. */
    private static final Set<String> NAME_NOTHING = Set.of(
            ("عندكم عندك عدكم عندج اكو ماكو هل شنو شكد شكثر بيش بكم كم سعر سعره سعرها اسعار السعر اريد اريده ابغي ممكن من في علي"
                            + " عن هذا هذه هاي هذي ال و او لو سمحت رجاء متوفر متوفره موجود موجوده شلون اخي حبيبي مرحبا هلو السلام عليكم شي كل"
                            + " هەیە هه یه چەند نرخ نرخی چەندە دەمەوێ ئەم بۆ لە بە ئایا هەتانە سڵاو"
                            + " heye hene hebe cend biha bihaye ez dixwazim we ev ji bo li merheba silav"
                            + " do you have any the a an of for in is are there how much price what i want need please hi hello me"
                            + " show looking buy to and")
                    .transform(SearchText::fold)
                    .split(" ", -1));

    private static final List<String> PREFIXES = folded("وال بال فال كال لل ال و ب ل ه ف");

    private static final List<String> SUFFIXES = folded(
            "ەکانمان ەکانتان ەکانیان ەکانم ەکانت ەکەمان ەکەتان ەکەیان ەکەم ەکەت ەکانی ەکان ەکەی ەکە ێکی ێک یەک هایان های ان ەی ی ە تان مان یان ات ین ون یه کم کن هم ها نا ه ک ی"
                    + " ekan ekani eki eke ek eka ekê an ên ê es s");

    public SearchWords {
        words = List.copyOf(words);
    }

    /**
     * One of them.
     *
     * @param stems itself first
     */
    public record SearchWord(String text, List<String> stems) {

        public SearchWord {
            stems = List.copyOf(stems);
        }

        /** Patterns of a LIKE that finds any of its stems. */
        public List<String> patterns() {
            return stems.stream().map(SearchText::anywhere).toList();
        }

        /** Patterns of a LIKE that finds it with one letter missing, wrong or too many; none of a short word. */
        public List<String> misspelt() {
            var patterns = new LinkedHashSet<String>();
            for (var stem : stems) {
                if (stem.length() >= SHORTEST_TO_MISSPELL) {
                    for (var i = 0; i < stem.length(); i++) {
                        var before = SearchText.anywhere(stem.substring(0, i));
                        var after = SearchText.anywhere(stem.substring(i + 1));
                        patterns.add(before.substring(0, before.length() - 1) + after);
                    }
                }
            }
            return List.copyOf(patterns);
        }

        /** Whether a word of a name is this one, with as many slips as a word of its length has. */
        boolean resembles(String other) {
            return stems.stream()
                    .filter(stem -> stem.length() >= SHORTEST_TO_MISSPELL)
                    .anyMatch(stem -> variants(other).stream()
                            .anyMatch(variant -> EditDistance.within(stem, variant, stem.length() >= LONG ? 2 : 1)));
        }
    }

    /** Those of a text; none where it names nothing. */
    public static SearchWords of(String text) {
        var words = new ArrayList<SearchWord>();
        for (var word : split(SearchText.fold(text))) {
            if (words.size() < MOST_WORDS && !NAME_NOTHING.contains(word)) {
                words.add(new SearchWord(word, variants(word)));
            }
        }
        return new SearchWords(words);
    }

    /** How many of the words a name has, or words that look like them. */
    public int resembling(String name) {
        var others = split(SearchText.fold(name));
        return (int) words.stream()
                .filter(word -> others.stream().anyMatch(word::resembles))
                .count();
    }

    /** How many of the words are words of a name by themselves, and not a part of one. */
    public int whole(String name) {
        var others = split(SearchText.fold(name));
        return (int) words.stream().filter(word -> others.contains(word.text())).count();
    }

    /** Maximal runs of letters and digits. */
    private static List<String> split(String folded) {
        var words = new LinkedHashSet<String>();
        var word = new StringBuilder();
        folded.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                word.appendCodePoint(c);
                return;
            }
            end(word, words);
        });
        end(word, words);
        return List.copyOf(words);
    }

    private static void end(StringBuilder word, Set<String> words) {
        if (!word.isEmpty()) {
            words.add(word.length() <= LONGEST_WORD ? word.toString() : word.substring(0, LONGEST_WORD));
            word.setLength(0);
        }
    }

    private static List<String> variants(String word) {
        var stems = new LinkedHashSet<String>();
        stems.add(word);
        if (word.chars().noneMatch(Character::isDigit)) {
            for (var start : withoutPrefix(word)) {
                stems.add(start);
                stems.addAll(withoutSuffix(start));
            }
        }
        return List.copyOf(stems);
    }

    private static List<String> withoutPrefix(String word) {
        var all = new ArrayList<>(List.of(word));
        PREFIXES.stream()
                .filter(prefix -> word.startsWith(prefix) && word.length() - prefix.length() >= SHORTEST_STEM)
                .map(prefix -> word.substring(prefix.length()))
                .forEach(all::add);
        return all;
    }

    private static List<String> withoutSuffix(String word) {
        return SUFFIXES.stream()
                .filter(suffix -> word.endsWith(suffix) && word.length() - suffix.length() >= SHORTEST_STEM)
                .map(suffix -> word.substring(0, word.length() - suffix.length()))
                .toList();
    }

    private static List<String> folded(String affixes) {
        return List.of(SearchText.fold(affixes).split(" ", -1)).stream()
                .distinct()
                .toList();
    }
}
