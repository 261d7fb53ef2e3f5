package iq.sendy.messaging;

import iq.sendy.channels.ChannelCondition;
import iq.sendy.channels.ChannelSecrets;
import iq.sendy.channels.Channels;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.GraphAccount;
import iq.sendy.platform.sql.Pipeline;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Channels as those who send see them. */
@Component
class SendingChannels {

    private final Channels channels;
    private final ChannelSecrets secrets;
    private final Pipeline pipeline;

    SendingChannels(Channels channels, ChannelSecrets secrets, Pipeline pipeline) {
        this.channels = channels;
        this.secrets = secrets;
        this.pipeline = pipeline;
    }

    /** Whether something can be sent by a channel now. */
    sealed interface Sendable {

        /** By this account. */
        record As(GraphAccount account) implements Sendable {}

        /** Its token is not taken any more. */
        record BrokenToken() implements Sendable {}

        /** Meta holds something against it: people may try, and programs wait. */
        record Held(GraphAccount account) implements Sendable {}

        /** It is switched off or gone. */
        record Off() implements Sendable {}
    }

    /** Asked inside a transaction of the store. */
    Sendable of(StoreId store, UUID channel) {
        var found = pipeline.ask(channels.standing(store, channel)).first();
        if (found.isEmpty() || !found.get().details().enabled()) {
            return new Sendable.Off();
        }
        var condition = found.get().trouble().condition();
        if (condition == ChannelCondition.AUTH_BROKEN) {
            return new Sendable.BrokenToken();
        }
        return secrets.account(store, channel)
                .<Sendable>map(
                        account -> condition.stopsSending() ? new Sendable.Held(account) : new Sendable.As(account))
                .orElseGet(Sendable.Off::new);
    }
}
