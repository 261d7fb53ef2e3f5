package iq.sendy.apidocs.web;

import java.util.ArrayList;
import java.util.List;

/** A piece of a text, in which words between backticks are code. */
record Prose(String text, boolean code) {

    static List<Prose> of(String text) {
        var pieces = new ArrayList<Prose>();
        var code = false;
        for (var from = 0; from <= text.length(); code = !code) {
            var tick = text.indexOf('`', from);
            var end = tick < 0 ? text.length() : tick;
            if (end > from) {
                pieces.add(new Prose(text.substring(from, end), code));
            }
            from = end + 1;
        }
        return List.copyOf(pieces);
    }
}
