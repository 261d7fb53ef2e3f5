package iq.sendy.llm;

/**
 * Tool that a model may call.
 *
 * @param schema of its arguments: a JSON Schema of an object
 */
public record ChatTool(String name, String description, String schema) {}
