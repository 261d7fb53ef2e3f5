package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of pages, and how templates and styles are written. */
class PageWordsTest {

    /** The one way for HTML of a merchant into a page; restricted expressions such as of th:utext name no bean. */
    private static final Pattern SANITISED =
            Pattern.compile("th:with=\"html=\\$\\{@richText\\.html\\([\\w.]+\\)}\" th:utext=\"\\$\\{html}\"");

    private static final Pattern KEY = Pattern.compile("#\\{([\\w.]+)[}(]");
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z:]+(?:\"[^\"]*\"|[^\">])*>");
    private static final Pattern ASKING = Pattern.compile("th:(?:if|unless|each)=");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path WORDS = Path.of("src/main/resources/i18n");
    private static final Path STYLES = Path.of("src/main/resources/static");

    @ParameterizedTest
    @ValueSource(strings = {"_ar", "_ckb"})
    void every_language_has_every_word(String language) throws IOException {
        var english = words("");
        var other = words(language);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (var key : english.stringPropertyNames()) {
            assertThat(other.getProperty(key)).as(key).isNotBlank().containsPattern("[\\u0621-\\u06d5]");
            for (var place : new String[] {"{0}", "{1}"}) {
                assertThat(other.getProperty(key).contains(place))
                        .as(key + place)
                        .isEqualTo(english.getProperty(key).contains(place));
            }
        }
    }

    /** A kaf, yeh or heh of Arabic in a Sorani word is another letter, which readers see and searches miss. */
    @ParameterizedTest
    @ValueSource(strings = {"ك", "ي", "ى", "ة"})
    void sorani_has_its_own_letters(String arabic) throws IOException {
        var sorani = words("_ckb");
        assertThat(sorani.stringPropertyNames())
                .filteredOn(key -> sorani.getProperty(key).contains(arabic))
                .isEmpty();
    }

    /** Only words with places are read as patterns, in which an apostrophe is written twice. */
    @ParameterizedTest
    @ValueSource(strings = {"", "_ar", "_ckb"})
    void an_apostrophe_is_shown_once(String language) throws IOException {
        assertThat(words(language).values())
                .map(String::valueOf)
                .noneMatch(word -> word.contains("''") && !word.contains("{0}"));
    }

    @Test
    void templates_name_only_words_that_there_are() throws IOException {
        var named = new TreeSet<String>();
        for (var template : files(TEMPLATES)) {
            KEY.matcher(Files.readString(template)).results().forEach(key -> named.add(key.group(1)));
        }
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(words("").stringPropertyNames()).containsAll(named);
    }

    /** Thymeleaf puts the part there before it asks, so it would stand there always. */
    @Test
    void a_part_is_put_where_its_own_tag_asks_for_nothing() throws IOException {
        for (var template : files(TEMPLATES)) {
            assertThat(TAG.matcher(Files.readString(template)).results().map(MatchResult::group))
                    .as(template.toString())
                    .noneMatch(tag ->
                            tag.contains("th:replace=") && ASKING.matcher(tag).find());
        }
    }

    @Test
    void templates_escape_what_they_show_and_have_nothing_inline() throws IOException {
        for (var template : files(TEMPLATES)) {
            assertThat(SANITISED.matcher(Files.readString(template)).replaceAll(""))
                    .as(template.toString())
                    .doesNotContain("th:utext", "[(", "style=", "<style", "<script>", "javascript:", "__$")
                    .doesNotContainPattern("\\son\\w+=");
        }
    }

    /** What says left or right is wrong in half of our languages. */
    @Test
    void styles_know_no_left_and_no_right() throws IOException {
        for (var style : files(STYLES)) {
            if (style.toString().endsWith(".css")) {
                assertThat(Files.readString(style))
                        .as(style.toString())
                        .doesNotContainPattern("\\b(left|right)\\b")
                        .doesNotContainPattern("letter-spacing:\\s*[1-9.]")
                        .doesNotContain("text-transform", "@import")
                        // A file beside it, which is served by its hash.
                        .doesNotContainPattern("url\\((?!\"[\\w.-]+\"\\))");
            }
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Those of the dashboard are found by their names, as its pages find them. */
    private static List<String> bundles() throws IOException {
        var all = new ArrayList<>(List.of("pages", "shop", "checkout", "account", "simulator"));
        for (var file : files(WORDS)) {
            var name = file.getFileName().toString();
            if (name.startsWith("dashboard") && !name.contains("_")) {
                all.add(name.substring(0, name.indexOf('.')));
            }
        }
        return all;
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        for (var bundle : bundles()) {
            var own = new Properties();
            try (var file = PageWordsTest.class.getResourceAsStream("/i18n/" + bundle + language + ".properties")) {
                own.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            }
            assertThat(words.keySet()).as(bundle).noneMatch(own::containsKey);
            words.putAll(own);
        }
        return words;
    }
}
