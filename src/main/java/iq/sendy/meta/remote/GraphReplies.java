package iq.sendy.meta.remote;

import iq.sendy.egress.CallOutcome;
import iq.sendy.egress.CallOutcome.CutOff;
import iq.sendy.egress.CallOutcome.NothingSent;
import iq.sendy.egress.CallOutcome.Replied;
import iq.sendy.egress.CallOutcome.TooLong;
import iq.sendy.egress.CallOutcome.Unsettled;
import iq.sendy.egress.ReplyHead;
import iq.sendy.kernel.Bytes;
import iq.sendy.meta.GraphError;
import iq.sendy.meta.model.GraphErrorTable;
import iq.sendy.meta.remote.GraphReply.Done;
import iq.sendy.meta.remote.GraphReply.No;
import iq.sendy.meta.remote.GraphReply.NotAsked;
import iq.sendy.meta.remote.GraphReply.Unclear;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads answers of Graph. */
final class GraphReplies {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int SERVER_ERROR = 500;
    private static final int REDIRECT = 300;
    private static final int LONGEST_WORDS = 1_000;
    private static final int MOST_DIGITS = 6;
    private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();

    private GraphReplies() {}

    static GraphReply read(CallOutcome outcome) {
        return switch (outcome) {
            case Replied(var head, var body) -> read(head, tree(body));
            case CutOff(var head) -> withoutBody(head, "cut off");
            case TooLong(var head) -> withoutBody(head, "too long");
            case NothingSent(var errorClass, var why) -> new NotAsked(errorClass.word() + " " + why);
            case Unsettled(var errorClass, var why) -> new Unclear(errorClass.word() + " " + why);
        };
    }

    private static GraphReply read(ReplyHead head, JsonNode tree) {
        // Whoever fails may have done it first.
        if (head.status() >= SERVER_ERROR) {
            return new Unclear("status " + head.status());
        }
        var error = tree.path("error");
        if (error.isObject()) {
            return new No(error(error, head));
        }
        if (head.status() < REDIRECT) {
            return tree.isObject() ? new Done(tree) : new Unclear("no JSON");
        }
        return new No(wordless(head));
    }

    /** A refusal stands without its words; an acceptance without its id is none that can be held on to. */
    private static GraphReply withoutBody(ReplyHead head, String how) {
        return head.status() < REDIRECT || head.status() >= SERVER_ERROR
                ? new Unclear("status " + head.status() + " " + how)
                : new No(wordless(head));
    }

    static GraphError wordless(ReplyHead head) {
        return GraphError.of(GraphErrorTable.HTTP + head.status(), null, "", wait(head));
    }

    private static GraphError error(JsonNode error, ReplyHead head) {
        var code = word(error.path("code"));
        var subcode = word(error.path("error_subcode"));
        var details = error.at("/error_data/details");
        var words = details.isString() ? details : error.path("message");
        return GraphError.of(
                code == null ? GraphErrorTable.HTTP + head.status() : code,
                subcode,
                readable(words.isString() ? words.stringValue() : ""),
                wait(head));
    }

    /** A whole number as text; null for anything else. */
    private static @Nullable String word(JsonNode node) {
        var text = node.isString() ? node.stringValue() : node.toString();
        var number = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? text : null;
    }

    /** Not longer than anybody reads, and of characters that a database takes. */
    private static String readable(String words) {
        var text = words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }

    /** The seconds that Meta asks us to wait; null where it says nothing that can be read. */
    private static @Nullable Duration wait(ReplyHead head) {
        var text = head.retryAfter();
        var number = text != null
                && !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Duration.ofSeconds(Long.parseLong(text)) : null;
    }

    private static JsonNode tree(Bytes body) {
        try {
            return JSON.readTree(body.toArray());
        } catch (RuntimeException noJson) {
            // The parser throws more than its own exceptions: an exponent beyond 32 bits is a NumberFormatException.
            return NOTHING;
        }
    }
}
