package iq.sendy.llm;

/**
 * Answer of a tool to one call.
 *
 * @param json what the model reads: data, as JSON
 */
public record ToolAnswer(String callId, String name, String json) {

    @Override
    public String toString() {
        return "ToolAnswer[%s, %s characters]".formatted(name, json.length());
    }
}
