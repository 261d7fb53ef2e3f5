package iq.sendy.llm.model;

import iq.sendy.llm.ChatOutcome;
import iq.sendy.llm.ChatRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Wire of a provider: what a request looks like there, and what its answers and its refusals mean. */
public interface ChatWire {

    /** Behind the address of the provider's server. */
    String path();

    /** The headers that carry the key. */
    Map<String, String> headers(String key);

    ObjectNode body(ChatRequest request);

    /**
     * Reads a success.
     *
     * @param tree the missing node where the body is no JSON
     * @param requestId of the answer's head; where it has none, that of the body counts
     */
    ChatOutcome read(JsonNode tree, ChatRequest request, @Nullable String requestId);

    /**
     * Reads a refusal.
     *
     * @param tree as above
     * @param wait what the head asks for
     */
    ProviderTrouble trouble(int status, JsonNode tree, @Nullable Duration wait, Instant now);
}
