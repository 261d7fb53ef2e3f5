package iq.sendy.egress;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A line of the table of addresses. */
record Corpus(String family, String verdict, String opened, String answers, String url) {

    private static final Pattern CODE = Pattern.compile("\\\\u([0-9a-f]{4})");
    private static final String PUBLIC = "93.184.216.34";

    static List<Corpus> lines(String verdict) {
        try (var file = Objects.requireNonNull(Corpus.class.getResourceAsStream("/address-corpus.tsv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Corpus::of)
                    .filter(line -> line.verdict.equals(verdict))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static Corpus of(String line) {
        var cells = line.split("\t", -1);
        var opened = cells[2].equals("-") ? "" : cells[2];
        var answers = cells[3].equals("-") ? PUBLIC : cells[3];
        var code = CODE.matcher(cells[4]);
        var plain = code.replaceAll(found -> {
            var character = String.valueOf((char) Integer.parseInt(found.group(1), 16));
            return character.equals("\\") ? "\\\\" : character;
        });
        return new Corpus(cells[0], cells[1], opened, answers, plain.translateEscapes());
    }

    /** A bare host is tried at the usual port and at one where somebody listens. */
    Stream<String> urls(int listener) {
        return url.matches("(?s)\\w*:?[/\\\\].*|https:.*|data:.*")
                ? Stream.of(url)
                : Stream.of("https://" + url + "/", "https://" + url + ":" + listener + "/");
    }

    /** A name that is not told of leads to a public address: then the looks alone must refuse it. */
    Outside outside(String given) {
        var outside = Outside.recording(opened).resolvesEverything(PUBLIC);
        var name = given.replaceFirst("(?s)^\\w+://([^/:]*).*", "$1");
        return verdict.equals("dialled") ? outside : outside.resolves(name, answers.split(" \\| "));
    }
}
