package iq.sendy.messaging;

import static iq.sendy.meta.MetaFixtures.SECRET_A;
import static iq.sendy.meta.MetaFixtures.entry;
import static iq.sendy.meta.MetaFixtures.messages;
import static iq.sendy.meta.MetaFixtures.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Deliveries of many items: each part is a transaction of its own, and nothing is twice or missing wherever one ends. */
class LargeDeliveriesTest extends DeliveryScenario {

    /** More than two parts. */
    private static final int MANY = 1_010;

    private static String id(int message) {
        return "wamid.PART" + (10_000 + message);
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(LargeDeliveriesTest::id).toList();
    }

    private void delivers(int count, IntFunction<String> sender) {
        var all = IntStream.range(0, count)
                .mapToObj(i -> "{\"from\":\"" + sender.apply(i) + "\",\"id\":\"" + id(i)
                        + "\",\"timestamp\":\"1795420900\",\"type\":\"text\",\"text\":{\"body\":\"سلام\"}}")
                .toArray(String[]::new);
        assertThat(line.delivers(whatsApp(entry(messages(account, all))), SECRET_A)
                        .status())
                .isEqualTo(200);
    }

    private void isWhole() {
        assertThat(line.messages(shop)).containsExactlyElementsOf(ids(MANY));
        assertThat(number("select sum(unread_count) from messaging.conversation where store_id = :store"))
                .isEqualTo(MANY);
        assertThat(line.kept(shop)).singleElement().satisfies(kept -> {
            assertThat(kept.unreadable()).isZero();
            assertThat(kept.error()).isNull();
        });
    }

    @Test
    void many_messages_of_one_sender_are_stored_in_parts_and_in_their_order() {
        delivers(MANY, _ -> "9647701234567");
        line.settles(shop);
        isWhole();
        var most = number("""
                select max(n) from (
                    select count(*) as n from messaging.message where store_id = :store group by xmin::text) as stored""");
        assertThat(most).as("messages that one transaction stored").isLessThanOrEqualTo(500);
    }

    @Test
    void a_part_that_fails_undoes_none_before_it_and_doubles_nothing() {
        isShortOfMemory(id(MANY - 2), () -> {
            delivers(MANY, _ -> "9647701234567");
            Waiting.until("it is put off", () -> failures() > 0);
            assertThat(line.messages(shop)).containsExactlyElementsOf(ids(MANY - 2));
            assertThat(line.kept(shop)).noneMatch(MetaLine.Kept::processed);
        });
        clock.advance(Duration.ofHours(1));
        comesUp();
        line.settles(shop);
        isWhole();
    }

    @Test
    void many_new_senders_take_few_of_the_locks_that_all_stores_share() {
        executes("create sequence messaging.locks_seen minvalue 0 start 0");
        executes("""
                create function messaging.see_locks() returns trigger language plpgsql security definer as
                $$ begin
                    perform setval('messaging.locks_seen', greatest(
                        (select last_value from messaging.locks_seen),
                        (select count(*) from pg_locks where locktype = 'advisory' and pid = pg_backend_pid())));
                    return null;
                end $$""");
        executes("""
                create trigger see_locks after insert on messaging.message for each statement
                execute function messaging.see_locks()""");
        try {
            delivers(MANY, i -> "96477" + (10_000_000 + i));
            line.settles(shop);
            assertThat(number("select last_value from messaging.locks_seen")).isBetween(1L, 800L);
        } finally {
            executes("drop function messaging.see_locks() cascade");
            executes("drop sequence messaging.locks_seen");
        }
        assertThat(line.messages(shop)).containsExactlyElementsOf(ids(MANY));
        assertThat(number("select count(*) from messaging.contact where store_id = :store"))
                .isEqualTo(MANY);
    }
}
