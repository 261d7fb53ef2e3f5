package iq.sendy.meta;

/** A message by which a customer gives their own number when asked for it: Meta vouches that it is theirs. */
public record PhoneShared(InboundMessage message, String phone) implements InboundItem {

    @Override
    public String accountId() {
        return message.accountId();
    }

    /** Without the phone, which belongs in no log. */
    @Override
    public String toString() {
        return "PhoneShared " + message;
    }
}
