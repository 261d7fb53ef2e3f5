package iq.sendy.messaging;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;

/** A message on the live stream: as everywhere, and in which conversation. */
record StreamedMessageBody(
        UUID conversationId, @JsonUnwrapped MessageBody message) {}
