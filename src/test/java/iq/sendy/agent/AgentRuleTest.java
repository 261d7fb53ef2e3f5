package iq.sendy.agent;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.agent.BusinessHours.OpenSpan;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rule of a channel: whom the agent answers, and when. */
class AgentRuleTest {

    private static final ZoneId BAGHDAD = ZoneId.of("Asia/Baghdad");
    private static final UUID CONTACT = UUID.fromString("0195f1d2-0000-7000-8000-000000000001");
    private static final List<String> PHONE = List.of("9647701234567");

    /** A Sunday, ten o'clock in Baghdad. */
    private static final Instant TEN = Instant.parse("2026-11-29T07:00:00Z");

    private static BusinessHours hours(String... spans) {
        return new BusinessHours(Stream.of(spans).map(OpenSpan::of).toList());
    }

    private static AgentRule rule(
            RollOut rollOut, BusinessHours hours, OutsideHours outside, @Nullable Instant paused) {
        return new AgentRule(AgentMode.AUTO, rollOut, hours, outside, paused, BAGHDAD);
    }

    private static RuleVerdict verdict(AgentRule rule, Instant now) {
        return rule.judge(CONTACT, PHONE, now);
    }

    @Test
    void where_nobody_decided_anything_it_answers_everybody_at_any_time() {
        var standard = AgentRule.standard(BAGHDAD);

        assertThat(verdict(standard, TEN)).isEqualTo(RuleVerdict.ANSWERS);
        assertThat(standard.drafts()).isFalse();
        assertThat(standard.openAt(TEN.plusSeconds(43_200))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "sunday 10:00 22:00, 2026-11-29T10:00, true",
        "sunday 10:00 22:00, 2026-11-29T09:59:59, false",
        "sunday 10:00 22:00, 2026-11-29T21:59:59, true",
        "sunday 10:00 22:00, 2026-11-29T22:00, false",
        "sunday 10:00 22:00, 2026-11-30T12:00, false",
        "sunday 20:00 02:00, 2026-11-29T23:30, true",
        "sunday 20:00 02:00, 2026-11-30T01:59, true",
        "sunday 20:00 02:00, 2026-11-30T02:00, false",
        "sunday 20:00 02:00, 2026-11-29T01:00, false",
        "sunday 20:00 00:00, 2026-11-29T23:59, true",
        "sunday 20:00 00:00, 2026-11-30T00:00, false",
        "sunday 00:00 00:00, 2026-11-29T00:00, true",
        "sunday 00:00 00:00, 2026-11-30T00:00, false",
        "sunday 09:00 09:00, 2026-11-30T08:59, true",
    })
    void a_span_holds_from_its_first_minute_to_before_its_end(String span, String moment, boolean open) {
        assertThat(hours(span).holds(LocalDateTime.parse(moment))).isEqualTo(open);
    }

    @Test
    void hours_are_by_the_stores_clock() {
        var rule = rule(RollOut.EVERYBODY, hours("sunday 10:00 22:00"), OutsideHours.HAND_OVER, null);

        assertThat(verdict(rule, TEN)).isEqualTo(RuleVerdict.ANSWERS);
        assertThat(verdict(rule, TEN.minusSeconds(1))).isEqualTo(RuleVerdict.CLOSED);
        assertThat(verdict(rule.at(ZoneId.of("UTC")), TEN)).isEqualTo(RuleVerdict.CLOSED);
        assertThat(RuleVerdict.CLOSED.takes()).isTrue();
    }

    @Test
    void outside_of_hours_it_answers_where_the_shop_wants_that() {
        var rule = rule(RollOut.EVERYBODY, hours("monday 10:00 22:00"), OutsideHours.ANSWER, null);

        assertThat(verdict(rule, TEN)).isEqualTo(RuleVerdict.ANSWERS);
        assertThat(rule.openAt(TEN)).isFalse();
    }

    @Test
    void a_pause_goes_before_everything_and_ends_by_itself() {
        var rule = rule(RollOut.EVERYBODY, hours("monday 10:00 22:00"), OutsideHours.HAND_OVER, TEN);

        assertThat(verdict(rule, TEN.minusSeconds(1))).isEqualTo(RuleVerdict.PAUSED);
        assertThat(verdict(rule, TEN)).isEqualTo(RuleVerdict.CLOSED);
        assertThat(RuleVerdict.PAUSED.takes()).isFalse();
    }

    @Test
    void who_is_named_is_answered_whatever_the_share() {
        var named = rule(new RollOut(List.of("9647701234567"), 0), BusinessHours.ALWAYS, OutsideHours.ANSWER, null);

        assertThat(verdict(named, TEN)).isEqualTo(RuleVerdict.ANSWERS);
        assertThat(named.judge(CONTACT, List.of("9647701234568"), TEN)).isEqualTo(RuleVerdict.NOT_CHOSEN);
        assertThat(named.judge(CONTACT, List.of(), TEN)).isEqualTo(RuleVerdict.NOT_CHOSEN);
        assertThat(RuleVerdict.NOT_CHOSEN.takes()).isFalse();
    }

    @Test
    void a_share_holds_about_that_many_and_who_is_in_stays_in_when_it_grows() {
        var contacts = IntStream.range(0, 10_000)
                .mapToObj(number -> new UUID(0x0195f1d200007000L + (number << 16), 0x8000000000000000L | number))
                .toList();
        var before = 0L;
        for (var percentage : List.of(0, 1, 20, 50, 99, 100)) {
            var share = new RollOut(List.of(), percentage);
            var taken = contacts.stream()
                    .filter(contact -> share.takes(contact, List.of()))
                    .count();
            assertThat(taken)
                    .as("of %s percent", percentage)
                    .isBetween(percentage * 100L - 200, percentage * 100L + 200);
            assertThat(taken).isGreaterThanOrEqualTo(before);
            before = taken;
        }
        var twenty = new RollOut(List.of(), 20);
        var fifty = new RollOut(List.of(), 50);
        assertThat(contacts.stream().filter(contact -> twenty.takes(contact, List.of())))
                .allMatch(contact -> fifty.takes(contact, List.of()));
    }

    @Test
    void a_share_of_nothing_takes_nobody_one_of_a_hundred_everybody_and_each_step_takes_more() {
        var contacts = IntStream.range(0, 10_000)
                .mapToObj(number -> new UUID(0x0195f1d200007000L + (number << 16), 0x8000000000000000L | number))
                .toList();
        var before = -1L;
        for (var percentage = 0; percentage <= 100; percentage++) {
            var share = new RollOut(List.of(), percentage);
            var taken = contacts.stream()
                    .filter(contact -> share.takes(contact, List.of()))
                    .count();
            assertThat(taken).as("of %s percent", percentage).isGreaterThan(before);
            before = taken;
            if (percentage == 0) {
                assertThat(taken).isZero();
            }
        }
        assertThat(before).isEqualTo(10_000);
    }

    @Test
    void spans_are_kept_in_the_order_of_the_week_and_once() {
        var week = hours("sunday 16:00 22:00", "monday 10:00 12:00", "sunday 09:00 12:00", "sunday 16:00 22:00");

        assertThat(week.spans().stream().map(OpenSpan::toString))
                .containsExactly("monday 10:00 12:00", "sunday 09:00 12:00", "sunday 16:00 22:00");
    }
}
