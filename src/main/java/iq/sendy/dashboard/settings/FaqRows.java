package iq.sendy.dashboard.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of questions in a form: there are always some more to write in, and those that stay empty are none. */
final class FaqRows {

    private static final String NAME = "faqs";
    private static final List<String> PARTS = List.of("question", "answer");

    /** What a shop may have, and so the most that a form is read for. */
    static final int MOST = 30;

    private static final int MORE = 2;

    private FaqRows() {}

    /** What was sent, with the empty rows left out and the others close together. */
    static Map<String, String[]> close(Map<String, String[]> sent) {
        var closed = new HashMap<>(sent);
        closed.put(NAME, new String[] {""});
        var next = 0;
        for (var row = 0; row < MOST + MORE; row++) {
            var from = row;
            var written = PARTS.stream()
                    .map(part -> closed.remove(field(from, part)))
                    .map(values -> values == null || values.length == 0 ? "" : values[0])
                    .toList();
            if (!written.stream().allMatch(String::isBlank)) {
                for (var part = 0; part < PARTS.size(); part++) {
                    closed.put(field(next, PARTS.get(part)), new String[] {written.get(part)});
                }
                next++;
            }
        }
        return closed;
    }

    /** How many rows the form shows. */
    static int shown(int written) {
        return Math.min(MOST, written + MORE);
    }

    /** How many were sent. */
    static int sent(Map<String, String[]> closed) {
        return (int) closed.keySet().stream()
                .filter(name -> name.startsWith(NAME + "[") && name.endsWith("." + PARTS.getFirst()))
                .count();
    }

    static String field(int row, String part) {
        return NAME + "[" + row + "]." + part;
    }
}
