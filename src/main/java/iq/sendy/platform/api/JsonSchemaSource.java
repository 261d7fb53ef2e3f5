package iq.sendy.platform.api;

import tools.jackson.databind.node.ObjectNode;

/** JSON Schema of records that are answered, as the OpenAPI document describes them. */
@FunctionalInterface
public interface JsonSchemaSource {

    /** The schema of a type, complete in itself: what it refers to stands in its {@code $defs}. */
    ObjectNode of(Class<?> type);
}
