package iq.sendy.meta;

import java.time.Instant;
import java.util.List;

/** A message of the business to a customer, sent by us or written in an app of Meta. */
public record MessageEcho(
        String accountId, String externalId, List<Identity> recipient, Instant at, InboundContent content)
        implements InboundItem {

    public MessageEcho {
        recipient = List.copyOf(recipient);
    }
}
