package iq.sendy.meta.remote;

import iq.sendy.meta.GraphError;
import tools.jackson.databind.JsonNode;

/** Reply of Graph to one call. */
public sealed interface GraphReply {

    /** Done, with what it answered. */
    record Done(JsonNode answer) implements GraphReply {}

    /** Meta said no: nothing was done. */
    record No(GraphError error) implements GraphReply {}

    /** No byte left us. */
    record NotAsked(String why) implements GraphReply {}

    /** Bytes left us, and no answer has a meaning. */
    record Unclear(String why) implements GraphReply {}
}
