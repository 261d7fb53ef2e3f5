package iq.sendy.platform.api;

import iq.sendy.kernel.ErrorCode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Validation error. One thing that is wrong, as a program reads it: the JSON path of the field, a stable code, and what
 * its text wants filled in. The text is added where the answer is written, in the caller's language.
 *
 * @param text the key of the text that people read, where it says more than the code's own
 * @param more members beyond the three of the contract, for a program that acts on them
 */
public record Violation(
        @Nullable String field, String code, String text, List<String> arguments, Map<String, Object> more) {

    /** The member of a list's last element that counts the faults that are not listed. */
    public static final String MORE = "more";

    public Violation {
        arguments = List.copyOf(arguments);
        more = Map.copyOf(more);
    }

    public static Violation of(String code, String... arguments) {
        return new Violation(null, code, code, List.of(arguments), Map.of());
    }

    public static Violation at(String field, ErrorCode error) {
        return at(field, error.code());
    }

    public static Violation at(String field, String code, String... arguments) {
        return new Violation(field, code, code, List.of(arguments), Map.of());
    }

    /** The same fault in other words, by the key of their text. */
    public Violation said(String words, List<String> fillings) {
        return new Violation(field, code, words, fillings, more);
    }

    /** The same fault with a further member, such as {@code allowed} or {@code available}. */
    public Violation with(String member, Object value) {
        var members = new LinkedHashMap<>(more);
        members.put(member, value);
        return new Violation(field, code, text, arguments, members);
    }

    /** How many faults behind this one are only counted. */
    long further() {
        return more.get(MORE) instanceof Long count ? count : 0;
    }

    /** The same fault without a count of others. */
    Violation alone() {
        if (further() == 0) {
            return this;
        }
        var members = new LinkedHashMap<>(more);
        members.remove(MORE);
        return new Violation(field, code, text, arguments, members);
    }

    /** The same fault one level up: {@code customerPhone} becomes {@code orders[3].customerPhone}. */
    public Violation under(String prefix) {
        return new Violation(field == null ? prefix : prefix + "." + field, code, text, arguments, more);
    }
}
