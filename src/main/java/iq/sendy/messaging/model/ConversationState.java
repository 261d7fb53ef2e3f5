package iq.sendy.messaging.model;

import iq.sendy.messaging.ConversationStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Conversation as messages change it. Who has its row locked says what happened, and saves what follows. Times are the
 * provider's, so that what comes late or twice over changes only what it must.
 *
 * @param latest the newest message by its time; null while there is none that may be seen
 * @param sequence how many events integrators were told; each message of the customer is one
 */
public record ConversationState(
        UUID id,
        UUID contact,
        ConversationStatus status,
        ConversationHolds holds,
        MessageCounts counts,
        @Nullable LatestMessage latest,
        CustomerTimes times,
        long sequence) {

    /** How long after what a customer did the store may write. */
    public static final Duration WINDOW = Duration.ofHours(24);

    /**
     * How much was said.
     *
     * @param arrived how many messages have a number; the next one gets this one
     * @param unread how many of the customer's nobody has seen
     */
    public record MessageCounts(long arrived, long unread) {

        MessageCounts seen() {
            return new MessageCounts(arrived + 1, unread);
        }

        MessageCounts unseen() {
            return new MessageCounts(arrived + 1, unread + 1);
        }
    }

    /**
     * What holds something back for a while.
     *
     * @param snoozedUntil until when it is put away
     * @param agentPausedUntil until when the agent stays out of it
     */
    public record ConversationHolds(
            @Nullable Instant snoozedUntil, @Nullable Instant agentPausedUntil) {

        boolean keepsAgentOut(Instant at) {
            return agentPausedUntil != null && agentPausedUntil.isAfter(at);
        }

        private ConversationHolds awake() {
            return new ConversationHolds(null, agentPausedUntil);
        }

        private ConversationHolds withoutAgentUntil(Instant until) {
            return new ConversationHolds(snoozedUntil, CustomerTimes.later(agentPausedUntil, until));
        }
    }

    /** The message that a list shows of a conversation. */
    public record LatestMessage(UUID id, Instant at) {}

    /**
     * What the customer did, and until when that counts.
     *
     * @param lastInbound when the customer wrote last
     * @param windowExpires until when the customer may be written to
     * @param waitingSince since when the customer waits for an answer
     */
    public record CustomerTimes(
            @Nullable Instant lastInbound,
            @Nullable Instant windowExpires,
            @Nullable Instant waitingSince) {

        CustomerTimes acted(Instant at) {
            return new CustomerTimes(lastInbound, later(windowExpires, at.plus(WINDOW)), waitingSince);
        }

        CustomerTimes wrote(Instant at) {
            var since = waitingSince == null || at.isBefore(waitingSince) ? at : waitingSince;
            return new CustomerTimes(later(lastInbound, at), later(windowExpires, at.plus(WINDOW)), since);
        }

        /** Who wrote again after the answer still waits. */
        CustomerTimes answered(Instant at) {
            if (waitingSince == null) {
                return this;
            }
            var since = lastInbound != null && lastInbound.isAfter(at) ? later(waitingSince, lastInbound) : null;
            return new CustomerTimes(lastInbound, windowExpires, since);
        }

        static Instant later(@Nullable Instant one, Instant other) {
            return one == null || other.isAfter(one) ? other : one;
        }
    }

    /** The number of the message that comes next. */
    public long nextNumber() {
        return counts.arrived();
    }

    /**
     * A customer wrote. What was closed or put away is so no more.
     *
     * @param taker who has it now, unless it waits for a person already
     */
    public ConversationState received(UUID message, Instant at, ConversationStatus taker) {
        var next = taken(at, taker);
        return new ConversationState(
                id,
                contact,
                next,
                next == ConversationStatus.PENDING ? new ConversationHolds(null, null) : holds.awake(),
                counts.unseen(),
                latest(message, at),
                times.wrote(at),
                sequence + 1);
    }

    /** What waits for a person stays with people; only what the agent was kept out of for a while goes back to it after that. */
    private ConversationStatus taken(Instant at, ConversationStatus taker) {
        if (holds.keepsAgentOut(at)) {
            return ConversationStatus.OPEN;
        }
        return status == ConversationStatus.OPEN && holds.agentPausedUntil() == null ? status : taker;
    }

    /** A line that nobody wrote, such as that a customer has a new number: nobody waits for an answer to it. */
    public ConversationState noted(UUID message, Instant at) {
        return numbered().shown(message, at);
    }

    /** A customer did something by which the store may write again, and that is no message. */
    public ConversationState acted(Instant at) {
        return new ConversationState(id, contact, status, holds, counts, latest, times.acted(at), sequence);
    }

    /** A message took {@link #nextNumber}, and is not shown yet. */
    public ConversationState numbered() {
        return new ConversationState(id, contact, status, holds, counts.seen(), latest, times, sequence);
    }

    /** A message that has its number was sent, or nobody can say whether it was: it is shown and answers the customer. */
    public ConversationState answered(UUID message, Instant at) {
        return new ConversationState(
                id, contact, status, holds, counts, latest(message, at), times.answered(at), sequence);
    }

    /** As {@link #answered} for one that may answer nobody. */
    public ConversationState sent(UUID message, Instant at, boolean answers) {
        return answers ? answered(message, at) : shown(message, at);
    }

    /** It waits for a person. */
    public ConversationState opened() {
        return new ConversationState(id, contact, ConversationStatus.OPEN, holds, counts, latest, times, sequence);
    }

    /** A person writes there elsewhere: the agent stays out of it until then. */
    public ConversationState withoutAgentUntil(Instant until) {
        return new ConversationState(
                id, contact, ConversationStatus.OPEN, holds.withoutAgentUntil(until), counts, latest, times, sequence);
    }

    private ConversationState shown(UUID message, Instant at) {
        return new ConversationState(id, contact, status, holds, counts, latest(message, at), times, sequence);
    }

    private LatestMessage latest(UUID message, Instant at) {
        return latest == null || !at.isBefore(latest.at()) ? new LatestMessage(message, at) : latest;
    }
}
