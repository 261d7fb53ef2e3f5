package iq.sendy.meta;

import java.time.Instant;

/** A message of a customer, at the time that Meta gives for it. */
public record InboundMessage(String accountId, String externalId, Sender sender, Instant at, InboundContent content)
        implements InboundItem {}
