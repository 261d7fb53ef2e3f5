package iq.sendy.messaging;

import iq.sendy.channels.ChannelCondition;
import iq.sendy.channels.ChannelSecrets;
import iq.sendy.channels.Channels;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.GraphAccount;
import iq.sendy.platform.sql.Pipeline;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Channels as those who send see them. */
@Component
class SendingChannels {

    /** Of a token whose end came, which nobody asked Meta about. */
    private static final String EXPIRED = "190";

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

        /** Its token is not taken any more, by this code of Meta's. */
        record BrokenToken(String code) implements Sendable {}

        /** Meta holds something against it, by this code of its own: people may try, and programs wait. */
        record Held(GraphAccount account, String code) implements Sendable {}

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
        var code = Objects.requireNonNullElse(found.get().trouble().code(), EXPIRED);
        if (condition == ChannelCondition.AUTH_BROKEN) {
            return new Sendable.BrokenToken(code);
        }
        return secrets.account(store, channel)
                .<Sendable>map(account ->
                        condition.stopsSending() ? new Sendable.Held(account, code) : new Sendable.As(account))
                .orElseGet(Sendable.Off::new);
    }
}
