package iq.sendy.meta;

/** A message of a customer whose thread another app answers: it is kept, and no agent of ours answers it. */
public record StandbyMessage(InboundMessage message) implements InboundItem {

    @Override
    public String accountId() {
        return message.accountId();
    }
}
