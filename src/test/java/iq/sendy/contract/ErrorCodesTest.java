package iq.sendy.contract;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.WrittenPage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code that can be answered has a text in each language, and stands in {@code docs/errors.md}. */
class ErrorCodesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path DOCUMENT = Path.of("docs/errors.md");

    /** A code as it stands in the source: the last literal of a fault, or the message of a success. */
    private static final Pattern FAULT = Pattern.compile(
            "(?:Violation\\.of|Violation\\.at|(?:problems|violations)(?:\\(\\))?\\.add|badRequest|at)\\(\\s*(?:[^;\"]*?(?:\"[^\"]*\"[^;\"]*?)?,\\s*)?\"([a-zA-Z_]+\\.[a-zA-Z_.]+)\"");

    private static final Pattern SUCCESS = Pattern.compile("Answer\\.ok\\(\\s*\"([a-z_.]+)\"");

    @Test
    void every_code_in_the_sources_has_a_text_in_english_arabic_and_sorani() throws IOException {
        var codes = new TreeSet<String>(found(FAULT));
        found(SUCCESS).forEach(message -> codes.add("ok." + message));
        assertThat(codes).hasSizeGreaterThan(30);

        for (var language : new String[] {"", "_ar", "_ckb"}) {
            assertThat(texts(language).keySet()).as("language <%s>", language).containsAll(codes);
        }
    }

    @Test
    void the_three_languages_have_the_same_codes_and_no_empty_text() throws IOException {
        var english = texts("");
        for (var language : new String[] {"_ar", "_ckb"}) {
            assertThat(texts(language).keySet()).isEqualTo(english.keySet());
            assertThat(texts(language).values()).noneMatch(String::isBlank);
        }
        assertThat(texts("_ar").get("scope.missing")).isEqualTo(english.get("scope.missing"));
        assertThat(texts("_ckb").get("permission.missing")).isEqualTo(english.get("permission.missing"));
    }

    @Test
    void the_document_lists_every_code_with_its_english_text() throws IOException {
        var listed = texts("").entrySet().stream()
                .filter(text ->
                        !text.getKey().startsWith("ok.") && text.getKey().contains("."))
                .map(text -> "| `" + text.getKey() + "` | " + text.getValue().replace("''", "'") + " |")
                .collect(Collectors.joining("\n"));
        var document = """
                # Error codes

                Programs go by `code`; the text is in the language that `Accept-Language` prefers (English, Arabic, Sorani).
                `{0}` and so on are filled in. At most 1,000 errors of a request are listed, and 20 of a row; where there were more, the
                last element has their count as `more`. This page is written by a test from the texts, so it lists every code.

                | code | text |
                | --- | --- |
                """ + listed + "\n";
        assertThat(document).contains("order.closed");
        WrittenPage.says(DOCUMENT, document);
    }

    private static Set<String> found(Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> codes(file, pattern))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Stream<String> codes(Path file, Pattern pattern) {
        try {
            return pattern.matcher(Files.readString(file))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .filter(code -> !code.startsWith("SENDY") && !code.startsWith("platform."));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private static Map<String, String> texts(String language) throws IOException {
        var properties = new Properties();
        try (var file = ErrorCodesTest.class.getResourceAsStream("/i18n/messages" + language + ".properties")) {
            properties.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        }
        var texts = new TreeMap<String, String>();
        properties.forEach((code, text) -> texts.put(code.toString(), text.toString()));
        return texts;
    }
}
