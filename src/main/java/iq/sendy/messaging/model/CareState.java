package iq.sendy.messaging.model;

import iq.sendy.messaging.ConversationStatus;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Care of a conversation: what people change about it, and the rules by which they do. A step that changes nothing gives the
 * same state back.
 *
 * @param waitingSince since when the customer waits for an answer; null while nobody does
 * @param snoozedUntil until when it is put away
 * @param agentPausedUntil until when the agent stays out of it
 */
public record CareState(
        ConversationStatus status,
        @Nullable UUID assignedUser,
        long unread,
        @Nullable Instant waitingSince,
        @Nullable Instant snoozedUntil,
        @Nullable Instant agentPausedUntil) {

    /**
     * Nobody waits any more, and it is not put away. What was not read stays unread: a message may have come that nobody saw
     * while this was clicked.
     */
    public CareState resolved() {
        return new CareState(ConversationStatus.RESOLVED, assignedUser, unread, null, null, agentPausedUntil);
    }

    public boolean isResolved() {
        return status == ConversationStatus.RESOLVED;
    }

    /** One that is not resolved stays as it is. */
    public CareState reopened(Optional<Instant> unanswered) {
        return isResolved()
                ? new CareState(
                        ConversationStatus.OPEN, assignedUser, unread, unanswered.orElse(null), null, agentPausedUntil)
                : this;
    }

    /**
     * A person has it from now on, and not the agent, until they give it back.
     *
     * @param member null leaves it with whom it is: a program is nobody whom it could be assigned to
     * @param unanswered since when the customer waits, where the resolved one did not say
     */
    public CareState takenOver(@Nullable UUID member, Optional<Instant> unanswered) {
        return new CareState(
                ConversationStatus.OPEN,
                member == null ? assignedUser : member,
                unread,
                isResolved() ? unanswered.orElse(null) : waitingSince,
                null,
                null);
    }

    /** The agent has it, and no person; what is resolved goes to the agent with the customer's next message anyway. */
    public CareState handedBack() {
        return isResolved()
                ? new CareState(status, assignedUser, unread, waitingSince, snoozedUntil, null)
                : new CareState(ConversationStatus.PENDING, null, unread, waitingSince, null, null);
    }

    /**
     * The agent stays out of it until then; what it had waits for a person. With the customer's first message after that it
     * has it again.
     *
     * @param until null ends that now, and leaves it with whom it is
     */
    public CareState withoutAgentUntil(@Nullable Instant until) {
        return new CareState(
                until == null || isResolved() ? status : ConversationStatus.OPEN,
                assignedUser,
                unread,
                waitingSince,
                snoozedUntil,
                until);
    }

    /**
     * Another member has it.
     *
     * @param member null is nobody
     */
    public CareState assignedTo(@Nullable UUID member) {
        return new CareState(status, member, unread, waitingSince, snoozedUntil, agentPausedUntil);
    }

    /**
     * Out of sight until then.
     *
     * @param until null brings it back
     */
    public CareState snoozed(@Nullable Instant until) {
        return new CareState(status, assignedUser, unread, waitingSince, until, agentPausedUntil);
    }

    /**
     * Read up to a message.
     *
     * @param left how many came behind the last that was read; it never makes more unread than there were
     */
    public CareState read(long left) {
        return new CareState(
                status, assignedUser, Math.min(unread, left), waitingSince, snoozedUntil, agentPausedUntil);
    }
}
