package iq.sendy.meta.model;

import static iq.sendy.meta.GraphErrorClass.BILLING;
import static iq.sendy.meta.GraphErrorClass.CHANNEL_AUTH;
import static iq.sendy.meta.GraphErrorClass.CHANNEL_LIMIT;
import static iq.sendy.meta.GraphErrorClass.CONVERSATION_LIMIT;
import static iq.sendy.meta.GraphErrorClass.MEDIA;
import static iq.sendy.meta.GraphErrorClass.PERMANENT;
import static iq.sendy.meta.GraphErrorClass.POLICY;
import static iq.sendy.meta.GraphErrorClass.TRANSIENT;
import static iq.sendy.meta.GraphErrorClass.WINDOW_CLOSED;

import iq.sendy.meta.GraphErrorClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Table of Meta's error codes: what is to be done about each, and the text that explains it. Tables of others swap several
 * meanings; this one follows Meta's page.
 */
public final class GraphErrorTable {

    /** What codes of refusals without Meta's words begin with; the status follows. */
    public static final String HTTP = "http.";

    /** What a code means. */
    public record CodeEntry(GraphErrorClass errorClass, String explanation) {}

    /** Codes from one to another, all with one meaning; where there is a subcode, with that alone. */
    private record Row(int from, int to, @Nullable Integer subcode, CodeEntry meaning) {

        boolean holds(int code, @Nullable String given) {
            return code >= from
                    && code <= to
                    && (subcode == null || subcode.toString().equals(given));
        }
    }

    private static final List<Row> ROWS = List.of(
            // Instagram says with a code of permissions that the window is closed; so subcodes come first.
            row(10, 2534022, WINDOW_CLOSED, "window"),
            row(10, 2018278, WINDOW_CLOSED, "window"),
            row(0, CHANNEL_AUTH, "token"),
            row(190, CHANNEL_AUTH, "token"),
            row(3, CHANNEL_AUTH, "permission"),
            row(10, CHANNEL_AUTH, "permission"),
            rows(200, 299, CHANNEL_AUTH, "permission"),
            row(133010, CHANNEL_AUTH, "number"),
            row(133016, CHANNEL_AUTH, "number"),
            row(1, TRANSIENT, "temporary"),
            row(2, TRANSIENT, "temporary"),
            row(131000, TRANSIENT, "temporary"),
            row(131016, TRANSIENT, "temporary"),
            row(131057, TRANSIENT, "temporary"),
            row(4, CHANNEL_LIMIT, "limit"),
            row(17, CHANNEL_LIMIT, "limit"),
            row(32, CHANNEL_LIMIT, "limit"),
            row(613, CHANNEL_LIMIT, "limit"),
            row(80007, CHANNEL_LIMIT, "limit"),
            row(130429, CHANNEL_LIMIT, "limit"),
            row(131056, CONVERSATION_LIMIT, "pair"),
            row(131048, POLICY, "spam"),
            row(131049, POLICY, "marketing"),
            row(368, POLICY, "blocked"),
            row(131031, POLICY, "blocked"),
            row(130497, POLICY, "country"),
            row(131047, WINDOW_CLOSED, "window"),
            row(131042, BILLING, "billing"),
            row(131052, MEDIA, "media"),
            row(131053, MEDIA, "media"),
            row(131026, PERMANENT, "undeliverable"),
            row(551, PERMANENT, "undeliverable"),
            row(131021, PERMANENT, "self"),
            row(131030, PERMANENT, "test"),
            row(33, PERMANENT, "gone"),
            row(100, PERMANENT, "parameter"),
            row(131008, PERMANENT, "parameter"),
            row(131009, PERMANENT, "parameter"),
            row(131051, PERMANENT, "type"),
            row(131062, PERMANENT, "name"),
            row(132000, PERMANENT, "template"),
            row(132001, PERMANENT, "template"),
            row(132005, PERMANENT, "template"),
            row(132007, PERMANENT, "template"),
            row(132012, PERMANENT, "template"),
            row(132015, PERMANENT, "template"),
            row(132016, PERMANENT, "template"));

    private static final CodeEntry UNKNOWN = meaning(PERMANENT, "unknown");
    private static final CodeEntry UNKNOWN_FOR_NOW = meaning(TRANSIENT, "temporary");
    private static final CodeEntry TOO_MUCH = meaning(CHANNEL_LIMIT, "limit");

    private static final int TOO_MANY_REQUESTS = 429;

    private GraphErrorTable() {}

    /** The meaning of a code; one that Meta invented after us would be refused for ever. */
    public static CodeEntry meaning(String code, @Nullable String subcode) {
        if (code.startsWith(HTTP)) {
            return ofStatus(number(code.substring(HTTP.length())));
        }
        var number = number(code);
        return ROWS.stream()
                .filter(row -> row.holds(number, subcode))
                .findFirst()
                .map(Row::meaning)
                .orElse(UNKNOWN);
    }

    /** A refusal without Meta's words comes from somebody between us and Meta, and passes. */
    private static CodeEntry ofStatus(int status) {
        return status == TOO_MANY_REQUESTS ? TOO_MUCH : UNKNOWN_FOR_NOW;
    }

    private static int number(String code) {
        try {
            return Integer.parseInt(code);
        } catch (NumberFormatException none) {
            return -1;
        }
    }

    private static Row row(int code, GraphErrorClass errorClass, String explanation) {
        return rows(code, code, errorClass, explanation);
    }

    private static Row row(int code, int subcode, GraphErrorClass errorClass, String explanation) {
        return new Row(code, code, subcode, meaning(errorClass, explanation));
    }

    private static Row rows(int from, int to, GraphErrorClass errorClass, String explanation) {
        return new Row(from, to, null, meaning(errorClass, explanation));
    }

    private static CodeEntry meaning(GraphErrorClass errorClass, String explanation) {
        return new CodeEntry(errorClass, "meta_" + explanation);
    }
}
