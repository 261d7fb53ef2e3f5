package iq.sendy.messaging.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.messaging.ConversationStatus;
import iq.sendy.messaging.model.ConversationState.ConversationHolds;
import iq.sendy.messaging.model.ConversationState.CustomerTimes;
import iq.sendy.messaging.model.ConversationState.MessageCounts;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How long the agent stays out of a conversation, and who has it after that. */
class AgentHoldTest {

    private static final Instant NOON = Instant.parse("2026-11-29T09:00:00Z");
    private static final UUID MESSAGE = UUID.randomUUID();

    private static ConversationState conversation(ConversationStatus status, @Nullable Instant pausedUntil) {
        return new ConversationState(
                UUID.randomUUID(),
                UUID.randomUUID(),
                status,
                new ConversationHolds(NOON, pausedUntil),
                new MessageCounts(3, 0),
                null,
                new CustomerTimes(null, null, null),
                3);
    }

    private static ConversationState received(ConversationStatus status, @Nullable Instant pausedUntil, Instant at) {
        return conversation(status, pausedUntil).received(MESSAGE, at, ConversationStatus.PENDING);
    }

    @Test
    void what_waits_for_a_person_stays_with_people() {
        assertThat(received(ConversationStatus.OPEN, null, NOON).status()).isEqualTo(ConversationStatus.OPEN);
        assertThat(received(ConversationStatus.RESOLVED, null, NOON).status()).isEqualTo(ConversationStatus.PENDING);
        assertThat(received(ConversationStatus.PENDING, null, NOON).status()).isEqualTo(ConversationStatus.PENDING);
    }

    @Test
    void while_the_agent_is_kept_out_every_message_waits_for_a_person() {
        for (var status : ConversationStatus.values()) {
            var after = received(status, NOON.plusSeconds(1), NOON);
            assertThat(after.status()).isEqualTo(ConversationStatus.OPEN);
            assertThat(after.holds()).isEqualTo(new ConversationHolds(null, NOON.plusSeconds(1)));
        }
    }

    @Test
    void with_the_first_message_after_a_pause_the_agent_has_it_again() {
        var after = received(ConversationStatus.OPEN, NOON, NOON);

        assertThat(after.status()).isEqualTo(ConversationStatus.PENDING);
        assertThat(after.holds()).isEqualTo(new ConversationHolds(null, null));
    }

    @Test
    void where_no_agent_answers_what_was_paused_stays_with_people() {
        var after = conversation(ConversationStatus.OPEN, NOON).received(MESSAGE, NOON, ConversationStatus.OPEN);

        assertThat(after.status()).isEqualTo(ConversationStatus.OPEN);
    }

    @Test
    void who_writes_elsewhere_lengthens_a_pause_and_never_shortens_it() {
        var until = NOON.plusSeconds(3_600);

        assertThat(conversation(ConversationStatus.PENDING, null).withoutAgentUntil(until))
                .satisfies(after -> assertThat(after.status()).isEqualTo(ConversationStatus.OPEN))
                .satisfies(after -> assertThat(after.holds().agentPausedUntil()).isEqualTo(until));
        assertThat(conversation(ConversationStatus.OPEN, until.plusSeconds(1))
                        .withoutAgentUntil(until)
                        .holds()
                        .agentPausedUntil())
                .isEqualTo(until.plusSeconds(1));
    }

    @Test
    void people_pause_and_resume_and_a_take_over_is_for_good() {
        var pending = new CareState(ConversationStatus.PENDING, null, 0, NOON, null, null);

        var paused = pending.withoutAgentUntil(NOON);
        assertThat(paused.status()).isEqualTo(ConversationStatus.OPEN);
        assertThat(paused.agentPausedUntil()).isEqualTo(NOON);
        assertThat(paused.withoutAgentUntil(null).status()).isEqualTo(ConversationStatus.OPEN);
        assertThat(paused.withoutAgentUntil(null).agentPausedUntil()).isNull();
        assertThat(paused.takenOver(MESSAGE, Optional.empty()).agentPausedUntil())
                .isNull();
        assertThat(paused.handedBack()).isEqualTo(pending);
        assertThat(paused.resolved().withoutAgentUntil(NOON).status()).isEqualTo(ConversationStatus.RESOLVED);
        assertThat(paused.resolved().agentPausedUntil()).isEqualTo(NOON);
        assertThat(paused.resolved().handedBack().agentPausedUntil()).isNull();
    }
}
