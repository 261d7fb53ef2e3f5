package iq.sendy.agent;

import iq.sendy.messaging.ReplyLanguage;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A conversation of the evaluation set: what a customer writes, and the facts that a right answer has and has not. */
record EvaluatedTalk(JsonNode row) {

    /** What the agent is to do. */
    enum Expected {
        ANSWER,
        DECLINE,
        HANDOFF,
        QUOTE
    }

    String id() {
        return row.get("id").stringValue();
    }

    String kind() {
        return row.get("kind").stringValue();
    }

    ReplyLanguage language() {
        return ReplyLanguage.valueOf(row.get("language").stringValue().toUpperCase(java.util.Locale.ROOT));
    }

    List<String> turns() {
        return strings("turns");
    }

    Expected expected() {
        return Expected.valueOf(row.get("expect").stringValue().toUpperCase(java.util.Locale.ROOT));
    }

    Optional<String> reason() {
        return Optional.ofNullable(row.get("reason")).map(JsonNode::stringValue);
    }

    /** Amounts each of which is to be named. */
    List<Long> amounts() {
        return longs("amounts");
    }

    /** Amounts one of which is to be named. */
    List<Long> anyAmount() {
        return longs("anyAmount");
    }

    List<Long> neverAmounts() {
        return longs("neverAmounts");
    }

    List<String> never() {
        return strings("never");
    }

    /** Of each group one word is to be there. */
    List<List<String>> words() {
        return row.path("words").valueStream().map(EvaluatedTalk::strings).toList();
    }

    /** Whether a quote would be wrong. */
    boolean quotesNothing() {
        return row.path("noQuote").booleanValue(false);
    }

    /** Whether no price of a product may be named, since there is no such product. */
    boolean namesNoPrice() {
        return row.path("noProductAmount").booleanValue(false);
    }

    /** Whether all its lines come at once. */
    boolean isBurst() {
        return row.path("burst").booleanValue(false);
    }

    private List<String> strings(String member) {
        return strings(row.path(member));
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    private List<Long> longs(String member) {
        return row.path(member).valueStream().map(JsonNode::longValue).toList();
    }
}
