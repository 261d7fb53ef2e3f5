package iq.sendy.fakes;

import iq.sendy.billing.AiProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@link FakeModels} were asked.
 *
 * @param provider whose wire was spoken
 * @param path without the part that tells the wire, as {@code /v1/messages}
 * @param headers by their names in lower case
 */
public record ModelCall(AiProvider provider, String path, Map<String, String> headers, JsonNode body) {

    private static final JsonMapper JSON = JsonMapper.shared();

    static ModelCall of(Received received) {
        var target = received.line().split(" ", -1)[1];
        var provider = target.startsWith("/anthropic") ? AiProvider.ANTHROPIC : AiProvider.OPENAI;
        var path = target.substring(("/" + provider).length());
        return new ModelCall(
                provider,
                path,
                received.headers(),
                JSON.readTree(received.body().toArray()));
    }

    public String model() {
        return body.path("model").stringValue("");
    }

    boolean speaksAnthropic() {
        return provider == AiProvider.ANTHROPIC;
    }

    /** The instructions. */
    public String system() {
        return speaksAnthropic()
                ? body.at("/system/0/text").stringValue("")
                : body.at("/messages/0/content").stringValue("");
    }

    /** The roles of the turns in their order, without that of the instructions. */
    public List<String> roles() {
        return body.path("messages").values().stream()
                .map(message -> message.path("role").stringValue(""))
                .filter(role -> !role.equals("system"))
                .toList();
    }

    /** All that the customer says, the oldest first. */
    public List<String> userTexts() {
        var texts = new ArrayList<String>();
        for (var message : body.path("messages").values()) {
            if (message.path("role").stringValue("").equals("user")) {
                collect(message.path("content"), "text", "text", texts);
            }
        }
        return texts;
    }

    /** What tools answered, the oldest first. */
    public List<String> toolResults() {
        var results = new ArrayList<String>();
        for (var message : body.path("messages").values()) {
            if (message.path("role").stringValue("").equals("tool")) {
                results.add(message.path("content").stringValue(""));
            } else if (message.path("content").isArray()) {
                collect(message.path("content"), "tool_result", "content", results);
            }
        }
        return results;
    }

    private static void collect(JsonNode content, String type, String field, List<String> into) {
        if (content.isString()) {
            into.add(content.stringValue());
        }
        for (var block : content.values()) {
            if (block.path("type").stringValue("").equals(type)) {
                into.add(block.path(field).stringValue(""));
            }
        }
    }

    /** The names of the tools that were offered. */
    public List<String> tools() {
        return body.path("tools").values().stream()
                .map(tool ->
                        tool.at(speaksAnthropic() ? "/name" : "/function/name").stringValue(""))
                .toList();
    }

    /** The digest of the contact. */
    public String endUser() {
        return body.at(speaksAnthropic() ? "/metadata/user_id" : "/safety_identifier")
                .stringValue("");
    }
}
