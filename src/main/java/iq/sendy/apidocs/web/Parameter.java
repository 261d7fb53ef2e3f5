package iq.sendy.apidocs.web;

import java.util.List;

/**
 * What an operation is asked with beside its body.
 *
 * @param in {@code path}, {@code query} or {@code header}
 * @param reference the kind of thing that it names; empty when it names none
 */
record Parameter(String in, String reference, SchemaField field) {

    private static final List<String> EITHER = List.of("true", "false");

    /** Those that are chosen from in a form: one alone can be. */
    public List<String> options() {
        return switch (field.type()) {
            case "boolean" -> EITHER;
            default -> field.type().startsWith("list of ") ? List.of() : field.words();
        };
    }

    public boolean chosen() {
        return !options().isEmpty();
    }
}
