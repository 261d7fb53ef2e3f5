package iq.sendy.meta;

/** One thing that Meta tells about one account: a message, what became of one, or trouble of the account itself. */
public sealed interface InboundItem
        permits InboundMessage,
                StandbyMessage,
                IdentityChange,
                PhoneShared,
                MessageEcho,
                MessageReaction,
                MessageEdit,
                MessageDeletion,
                StatusUpdate,
                ReadReceipt,
                AccountTrouble {

    /** Meta's id of the account it happened at, by which its channels are found. */
    String accountId();
}
