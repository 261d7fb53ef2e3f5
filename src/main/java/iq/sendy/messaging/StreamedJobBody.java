package iq.sendy.messaging;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** A job of the agent on the live stream: as its conversation lists it, and in which conversation. */
record StreamedJobBody(UUID conversationId, @JsonUnwrapped AgentJobBody job) {}
