package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.EchoIntake.EchoLook;
import iq.sendy.messaging.InboundBatch.ReadUntil;
import iq.sendy.messaging.InboundWriter.ReadMark;
import iq.sendy.messaging.MessageUpdate.DeliveryNews;
import iq.sendy.meta.InboundItem;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Effects of inbound items: one trip that locks the conversations and asks what is here, and one that writes all of it. In
 * between nothing but this transaction changes them.
 */
@Component
class InboundEffects {

    private final ConversationLocks locks;
    private final MessageIntake intake;
    private final EchoIntake echoes;
    private final MessageUpdates updates;
    private final InboundWriter writer;
    private final Pipeline pipeline;
    private final Clock clock;

    InboundEffects(
            ConversationLocks locks,
            MessageIntake intake,
            EchoIntake echoes,
            MessageUpdates updates,
            InboundWriter writer,
            Pipeline pipeline,
            Clock clock) {
        this.locks = locks;
        this.intake = intake;
        this.echoes = echoes;
        this.updates = updates;
        this.writer = writer;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    InboundOutcome apply(StoreId store, UUID channel, List<InboundItem> items, EchoLook look) {
        var batch = InboundBatch.of(items, clock.instant());
        var outcome = new InboundOutcome(batch.troubles);
        var locked = locks.lock(store, channel, batch);
        var fresh = new ArrayList<>(intake.take(channel, batch.arrivals, locked, outcome));
        var echoed = echoes.take(store, channel, batch.echoes, look, locked, outcome);
        fresh.addAll(echoed.foreign());
        for (var action : batch.actions) {
            locked.with(action.by())
                    .ifPresent(conversation -> locked.change(
                            conversation, state -> state.acted(action.by().at())));
        }
        var trip = pipeline.open();
        var written = writer.write(store, channel, fresh, echoed, locked, trip);
        var reads = new ArrayList<Query<UUID>>();
        var marks = marks(batch, locked);
        for (var mark : marks) {
            reads.add(trip.add(writer.read(store, mark)));
        }
        var begun = updates.begin(store, channel, batch, trip);
        trip.send();
        if (written.inserted().answer().size() != fresh.size()) {
            throw new WriteConflict("a message that came by another conversation");
        }
        for (var i = 0; i < marks.size(); i++) {
            var conversation = marks.get(i).conversation();
            reads.get(i).answer().forEach(message -> outcome.changed(conversation, message));
        }
        locked.changed().forEach(state -> outcome.touched(state.id()));
        locked.takenFromAgent().forEach(state -> outcome.taken(state.id(), state.status()));
        updates.note(store, batch, written.settled(), outcome);
        updates.finish(store, channel, batch, begun, outcome);
        return outcome;
    }

    /** Until when was read. A message that is not here yet is read when it comes, and the time stands for it. */
    private static List<ReadMark> marks(InboundBatch batch, LockedConversations locked) {
        var marks = new ArrayList<ReadMark>();
        for (var read : batch.reads) {
            var last = Optional.ofNullable(read.until()).flatMap(locked::message);
            if (read.until() != null && last.isEmpty()) {
                batch.update(MessageUpdate.delivery(read.until(), seen(read)));
            }
            locked.with(read.by())
                    .ifPresent(conversation -> marks.add(new ReadMark(
                            conversation,
                            last.map(message -> message.providerAt()).orElse(at(read)),
                            at(read))));
        }
        return marks;
    }

    private static DeliveryNews seen(ReadUntil read) {
        return new DeliveryNews(MessageStatus.READ, at(read), null, null);
    }

    private static Instant at(ReadUntil read) {
        return read.by().at();
    }
}
