package iq.sendy.meta;

import java.util.List;

/**
 * A customer who has a new number or id: the message that says so is of those who had the old one, which proves nothing
 * from now on.
 */
public record IdentityChange(InboundMessage message, List<Identity> now) implements InboundItem {

    public IdentityChange {
        now = List.copyOf(now);
    }

    @Override
    public String accountId() {
        return message.accountId();
    }
}
