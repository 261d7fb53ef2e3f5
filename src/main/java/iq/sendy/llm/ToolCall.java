package iq.sendy.llm;

/**
 * Call of a tool, as a model asks for it.
 *
 * @param id by which the answer is matched; the provider's word
 * @param name as the model wrote it, which may be the name of no tool
 * @param arguments a JSON object as the model wrote it: an untrusted wish, never an authority
 */
public record ToolCall(String id, String name, String arguments) {

    @Override
    public String toString() {
        return "ToolCall[%s characters of arguments]".formatted(arguments.length());
    }
}
