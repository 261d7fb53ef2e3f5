package iq.sendy.llm.remote;

import iq.sendy.billing.AiProvider;
import iq.sendy.egress.CallOutcome.CutOff;
import iq.sendy.egress.CallOutcome.NothingSent;
import iq.sendy.egress.CallOutcome.Replied;
import iq.sendy.egress.CallOutcome.TooLong;
import iq.sendy.egress.CallOutcome.Unsettled;
import iq.sendy.egress.ErrorClass;
import iq.sendy.egress.ReplyHead;
import iq.sendy.kernel.Bytes;
import iq.sendy.llm.CallSpend;
import iq.sendy.llm.ChatOutcome;
import iq.sendy.llm.ChatOutcome.Failed;
import iq.sendy.llm.ChatOutcome.ProviderDown;
import iq.sendy.llm.ChatProvider;
import iq.sendy.llm.ChatRequest;
import iq.sendy.llm.ProviderCircuits.Admission;
import iq.sendy.llm.Remedy;
import iq.sendy.llm.model.ChatWire;
import iq.sendy.llm.model.ProviderCircuit.Passage;
import iq.sendy.llm.model.ProviderTrouble;
import iq.sendy.llm.model.ProviderTrouble.Extent;
import iq.sendy.llm.model.ProviderWait;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Provider over the network: its wire, its server, its key, and a circuit of them. */
abstract class WiredProvider implements ChatProvider {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final JsonNode NOTHING = JsonNodeFactory.instance.missingNode();
    private static final Duration NOT_SET_UP = Duration.ofMinutes(5);

    private final AiProvider provider;
    private final ChatWire wire;
    private final String url;
    private final String key;
    private final ProviderCalls calls;

    WiredProvider(AiProvider provider, ChatWire wire, String url, String key, ProviderCalls calls) {
        this.provider = provider;
        this.wire = wire;
        this.url = withoutSlashes(url.strip()) + wire.path();
        this.key = key.strip();
        this.calls = calls;
    }

    private static String withoutSlashes(String url) {
        var end = url.length();
        while (end > 0 && url.charAt(end - 1) == '/') {
            end--;
        }
        return url.substring(0, end);
    }

    @Override
    public AiProvider provider() {
        return provider;
    }

    @Override
    public ChatOutcome ask(ChatRequest request) {
        var call = calls.start();
        var outcome = guarded(request);
        calls.note(call, provider, outcome);
        return outcome;
    }

    private ChatOutcome guarded(ChatRequest request) {
        if (key.isEmpty()) {
            return new ProviderDown(NOT_SET_UP, "not_set_up");
        }
        return switch (calls.circuits().admit(provider)) {
            case Admission.Shut(var wait, var errorClass) -> new ProviderDown(wait, errorClass);
            case Admission.Open(var passage) -> called(request, passage);
        };
    }

    private ChatOutcome called(ChatRequest request, Passage passage) {
        return switch (calls.post(url, wire.headers(key), wire.body(request))) {
            case Replied(var head, var body) when isGood(head) -> good(head, tree(body), request);
            case Replied(var head, var body) -> troubled(trouble(head, tree(body)), passage, CallSpend.NOTHING);
            case TooLong(var head) when isGood(head) -> good(head, NOTHING, request);
            case TooLong(var head) -> troubled(trouble(head, NOTHING), passage, CallSpend.NOTHING);
            case CutOff(var head) when isGood(head) -> troubled(passing("cut_off"), passage, CallSpend.UNKNOWN);
            case CutOff(var head) -> troubled(trouble(head, NOTHING), passage, CallSpend.NOTHING);
            case NothingSent(var errorClass, var _) -> troubled(unsent(errorClass), passage, CallSpend.NOTHING);
            case Unsettled(var errorClass, var _) -> troubled(passing(errorClass.word()), passage, CallSpend.UNKNOWN);
        };
    }

    private static boolean isGood(ReplyHead head) {
        return head.status() >= 200 && head.status() < 300;
    }

    private ProviderTrouble trouble(ReplyHead head, JsonNode tree) {
        var now = calls.now();
        return wire.trouble(head.status(), tree, ProviderWait.read(head.retryAfterMs(), head.retryAfter(), now), now);
    }

    private static ProviderTrouble unsent(ErrorClass errorClass) {
        return errorClass == ErrorClass.BLOCKED_ADDRESS
                ? new ProviderTrouble(Extent.REQUEST, null, errorClass.word())
                : passing(errorClass.word());
    }

    private static ProviderTrouble passing(String errorClass) {
        return new ProviderTrouble(Extent.PASSING, null, errorClass);
    }

    private ChatOutcome good(ReplyHead head, JsonNode tree, ChatRequest request) {
        calls.circuits().answered(provider);
        return wire.read(tree, request, head.requestId());
    }

    private ChatOutcome troubled(ProviderTrouble trouble, Passage passage, CallSpend spend) {
        var outage = calls.circuits().failed(provider, trouble, passage);
        if (outage.isPresent()) {
            return new ProviderDown(outage.get(), trouble.errorClass(), spend);
        }
        return trouble.extent() == Extent.REQUEST
                ? new Failed(Remedy.GIVE_UP, null, trouble.errorClass(), spend)
                : new Failed(Remedy.RETRY, trouble.rest(), trouble.errorClass(), spend);
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
