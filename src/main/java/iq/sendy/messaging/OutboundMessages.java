package iq.sendy.messaging;

import iq.sendy.kernel.Bytes;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.model.HiddenWords;
import iq.sendy.messaging.store.OutboundAttemptStore;
import iq.sendy.messaging.store.SettlementStore;
import iq.sendy.meta.OutboundContent;
import iq.sendy.meta.OutboundText;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Outbound messages of agents, codes and whoever does not wait: each conversation's in their order, at the pace that Meta bears. */
@Service
public class OutboundMessages {

    private final OutboundAttemptStore attempts;
    private final OutboundDrafts drafts;
    private final SettlementStore settlements;
    private final SecretTexts secretTexts;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    OutboundMessages(
            OutboundAttemptStore attempts,
            OutboundDrafts drafts,
            SettlementStore settlements,
            SecretTexts secretTexts,
            Pipeline pipeline,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.attempts = attempts;
        this.drafts = drafts;
        this.settlements = settlements;
        this.secretTexts = secretTexts;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Queues a message in the transaction of the caller, and answers its id; empty where there is no such conversation. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> queue(StoreId store, QueueMessage command) {
        var target =
                pipeline.ask(settlements.lock(store, command.conversation())).first();
        if (target.isEmpty()) {
            return Optional.empty();
        }
        var id = uuidGenerator.next();
        var draft = new OutboundDraft(
                id,
                target.get(),
                command.author(),
                drafts.kept(shown(command), command.inReplyTo()),
                clock.instant(),
                false,
                secretText(store, id, command),
                null);
        drafts.writeForLater(store, draft);
        if (!command.answers()) {
            pipeline.send(attempts.answersNobody(store, id));
        }
        return Optional.of(draft.id());
    }

    /** As {@link #queue}, an answer that was written when that message was the newest: to what came behind it, it is none. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<UUID> queue(StoreId store, QueueMessage command, UUID answered) {
        var queued = queue(store, command);
        queued.ifPresent(message -> pipeline.send(attempts.answersUpTo(store, message, answered)));
        return queued;
    }

    /** What the conversation says of it. */
    private static OutboundContent shown(QueueMessage command) {
        var secret = command.secret();
        return secret == null ? command.content() : new OutboundText(HiddenWords.hidden(text(command), secret));
    }

    private @Nullable Bytes secretText(StoreId store, UUID id, QueueMessage command) {
        return command.secret() == null ? null : secretTexts.seal(store, id, text(command));
    }

    private static String text(QueueMessage command) {
        if (command.content() instanceof OutboundText(var text)) {
            return text;
        }
        throw new IllegalArgumentException("Only a text has words that can be hidden");
    }

    /** Removes attempts that were settled before that, some at a time; answers how many. */
    @Transactional
    public long forgetAttempts(StoreId store, Instant before) {
        return pipeline.ask(attempts.forget(store, before)).single();
    }
}
