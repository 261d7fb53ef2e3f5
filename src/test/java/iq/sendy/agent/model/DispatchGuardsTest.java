package iq.sendy.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.agent.RuleVerdict;
import iq.sendy.agent.model.DispatchGuards.ChannelFacts;
import iq.sendy.agent.model.DispatchGuards.GuardFacts;
import iq.sendy.agent.model.DispatchGuards.LimitFacts;
import iq.sendy.messaging.ConversationStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each guard says no by itself, at its edge and not before. */
class DispatchGuardsTest {

    private static final Instant NOW = Instant.parse("2026-12-03T10:00:00Z");
    private static final ChannelFacts WELL = new ChannelFacts(true, true, true);
    private static final LimitFacts FREE = new LimitFacts(true, true, 0, 0);
    private static final Instant OPEN = NOW.plus(Duration.ofHours(1));

    private static GuardFinding judge(
            ConversationStatus status,
            @Nullable Instant window,
            Instant writtenAt,
            ChannelFacts channel,
            RuleVerdict rule,
            LimitFacts limits) {
        return DispatchGuards.judge(new GuardFacts(status, window, writtenAt, channel, rule, limits), NOW);
    }

    private static GuardFinding channel(ChannelFacts channel) {
        return judge(ConversationStatus.PENDING, OPEN, NOW, channel, RuleVerdict.ANSWERS, FREE);
    }

    private static GuardFinding at(@Nullable Instant window, Instant writtenAt) {
        return judge(ConversationStatus.PENDING, window, writtenAt, WELL, RuleVerdict.ANSWERS, FREE);
    }

    private static GuardFinding limits(LimitFacts limits) {
        return judge(ConversationStatus.PENDING, OPEN, NOW, WELL, RuleVerdict.ANSWERS, limits);
    }

    private static GuardFinding rule(RuleVerdict rule) {
        return judge(ConversationStatus.PENDING, OPEN, NOW, WELL, rule, FREE);
    }

    @Test
    void a_conversation_that_people_have_is_theirs() {
        for (var status : ConversationStatus.values()) {
            assertThat(judge(status, OPEN, NOW, WELL, RuleVerdict.ANSWERS, FREE))
                    .isEqualTo(status == ConversationStatus.PENDING ? GuardFinding.CLEAR : GuardFinding.TAKEN);
        }
    }

    @Test
    void a_channel_that_is_off_or_broken_stops_it() {
        assertThat(channel(new ChannelFacts(false, true, true))).isEqualTo(GuardFinding.CHANNEL_OFF);
        assertThat(channel(new ChannelFacts(true, false, true))).isEqualTo(GuardFinding.AGENT_OFF);
        assertThat(channel(new ChannelFacts(true, true, false))).isEqualTo(GuardFinding.CHANNEL_TROUBLE);
    }

    @Test
    void a_message_of_fifteen_minutes_is_answered_and_an_older_one_is_not() {
        assertThat(at(OPEN, NOW.minus(Duration.ofMinutes(15)))).isEqualTo(GuardFinding.CLEAR);
        assertThat(at(OPEN, NOW.minus(Duration.ofMinutes(15)).minusMillis(1))).isEqualTo(GuardFinding.STALE);
    }

    @Test
    void the_last_minute_of_the_window_is_left_alone() {
        assertThat(at(NOW.plusSeconds(61), NOW)).isEqualTo(GuardFinding.CLEAR);
        assertThat(at(NOW.plusSeconds(60), NOW)).isEqualTo(GuardFinding.WINDOW_CLOSED);
        assertThat(at(null, NOW)).isEqualTo(GuardFinding.WINDOW_CLOSED);
    }

    @Test
    void the_rule_of_the_channel_holds_to_the_end() {
        assertThat(rule(RuleVerdict.PAUSED)).isEqualTo(GuardFinding.PAUSED);
        assertThat(rule(RuleVerdict.NOT_CHOSEN)).isEqualTo(GuardFinding.NOT_CHOSEN);
        assertThat(rule(RuleVerdict.CLOSED)).isEqualTo(GuardFinding.CLOSED);
    }

    @Test
    void a_contact_has_so_many_turns_and_a_store_so_many_tokens() {
        assertThat(limits(new LimitFacts(true, true, 29, 99))).isEqualTo(GuardFinding.CLEAR);
        assertThat(limits(new LimitFacts(true, true, 30, 30))).isEqualTo(GuardFinding.CONTACT_LIMIT);
        assertThat(limits(new LimitFacts(true, true, 0, 100))).isEqualTo(GuardFinding.CONTACT_LIMIT);
        assertThat(limits(new LimitFacts(true, false, 0, 0))).isEqualTo(GuardFinding.SPEND_CAP);
        assertThat(limits(new LimitFacts(false, false, 30, 0))).isEqualTo(GuardFinding.NOT_IN_PLAN);
    }
}
