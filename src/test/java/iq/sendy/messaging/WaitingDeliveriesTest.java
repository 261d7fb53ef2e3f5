package iq.sendy.messaging;

import static iq.sendy.meta.MetaFixtures.SECRET_A;
import static iq.sendy.meta.MetaFixtures.bytes;
import static iq.sendy.meta.MetaFixtures.entry;
import static iq.sendy.meta.MetaFixtures.messages;
import static iq.sendy.meta.MetaFixtures.textMessage;
import static iq.sendy.meta.MetaFixtures.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Jobs;
import iq.sendy.kernel.Bytes;
import iq.sendy.messaging.store.InboundDeliveryStore;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.sql.OneTrip;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Deliveries that the process which took them in does not come to: none is forgotten, and none holds up another. */
class WaitingDeliveriesTest extends DeliveryScenario {

    @Autowired
    OneTrip oneTrip;

    @Autowired
    Jobs jobs;

    @Autowired
    InboundDeliveryStore deliveries;

    private String text(String id) {
        return text(account, id);
    }

    /** As a process keeps one that ends before it says so to anybody. */
    private void isKeptByOneThatEnds(String id, Duration within) {
        var delivery = new StoredDelivery(
                UUID.randomUUID(),
                ChannelType.WHATSAPP,
                Map.of(account, channel),
                Instant.now(),
                Bytes.of(bytes(text(id))),
                "sha256=0");
        CurrentTenant.in(store, () -> {
            oneTrip.write(
                    store, deliveries.insert(store, delivery), jobs.standing(store, InboundDeliveries.PROCESS, within));
            return true;
        });
    }

    private long standing() {
        return number("select count(*) from jobs.job where store_id = :store and id = '"
                + JobHandler.laneOf(InboundDeliveries.PROCESS) + "'");
    }

    @Test
    void what_nobody_comes_to_is_found_by_the_standing_job_which_then_goes() {
        isKeptByOneThatEnds("wamid.LEFT1", Duration.ofHours(1));
        isKeptByOneThatEnds("wamid.LEFT2", Duration.ofHours(1));
        assertThat(standing()).isOne();
        assertThat(line.messages(shop)).isEmpty();
        comesUp();
        line.settles(shop);
        assertThat(line.messages(shop)).containsExactlyInAnyOrder("wamid.LEFT1", "wamid.LEFT2");
        Waiting.until("no job stands", () -> standing() == 0);
    }

    @Test
    void what_is_kept_while_the_standing_job_ends_is_not_forgotten() {
        var all = IntStream.range(0, 120).mapToObj(i -> "wamid.RACE" + i).toList();
        Shop.atOnce(6, worker -> {
            for (var i = worker; i < all.size(); i += 6) {
                isKeptByOneThatEnds(all.get(i), Duration.ZERO);
            }
            return true;
        });
        line.settles(shop);
        assertThat(line.messages(shop)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void one_that_is_put_off_holds_up_no_other_and_is_read_when_its_time_comes() {
        isKeptByOneThatEnds("wamid.LATER", Duration.ofHours(1));
        executes("""
                update messaging.inbound_delivery set failures = 3, retry_at = now() + interval '1 hour'
                where store_id = :store""");
        assertThat(line.delivers(text("wamid.NOW"), SECRET_A).status()).isEqualTo(200);
        Waiting.until("the other is read", () -> line.messages(shop).contains("wamid.NOW"));
        assertThat(line.messages(shop)).containsExactly("wamid.NOW");
        clock.advance(Duration.ofHours(2));
        comesUp();
        line.settles(shop);
        assertThat(line.messages(shop)).containsExactlyInAnyOrder("wamid.NOW", "wamid.LATER");
    }

    @Test
    void trouble_of_the_moment_refuses_no_message_and_all_are_there_once_it_has_passed() {
        isShortOfMemory("wamid.TROUBLE", () -> {
            assertThat(line.delivers(
                                    whatsApp(entry(messages(
                                            account,
                                            textMessage("wamid.BEFORE", "سلام"),
                                            textMessage("wamid.TROUBLE", "سلام"),
                                            textMessage("wamid.BEHIND", "سلام")))),
                                    SECRET_A)
                            .status())
                    .isEqualTo(200);
            Waiting.until("it is put off", () -> failures() > 0);
            assertThat(line.kept(shop)).singleElement().satisfies(kept -> {
                assertThat(kept.processed()).isFalse();
                assertThat(kept.error()).isNull();
            });
        });
        clock.advance(Duration.ofHours(1));
        comesUp();
        line.settles(shop);
        assertThat(line.messages(shop)).containsExactlyInAnyOrder("wamid.BEFORE", "wamid.TROUBLE", "wamid.BEHIND");
        assertThat(line.kept(shop))
                .singleElement()
                .satisfies(kept -> assertThat(kept.error()).isNull());
    }

    @Test
    void a_store_that_an_operator_has_paused_is_read_once_it_goes_on() {
        executes("insert into jobs.paused_store values (:store, now())");
        assertThat(line.delivers(text("wamid.PAUSED"), SECRET_A).status()).isEqualTo(200);
        isKeptByOneThatEnds("wamid.ALSO", Duration.ZERO);
        assertThat(line.kept(shop)).hasSize(2).noneMatch(MetaLine.Kept::processed);
        executes("delete from jobs.paused_store where store_id = :store");
        comesUp();
        line.settles(shop);
        assertThat(line.messages(shop)).containsExactlyInAnyOrder("wamid.PAUSED", "wamid.ALSO");
    }

    @Test
    void a_secret_that_is_replaced_counts_at_once_and_the_one_before_it_no_more() {
        var key = api.withKey(shop.mints("social:read", "social:write"));
        var path = Api.KEYS + "/social/channels/" + channel;
        assertThat(line.delivers(text("wamid.FIRST"), SECRET_A).status()).isEqualTo(200);
        var next = "another-secret-of-" + account;
        assertThat(key.json("PATCH", path, Api.object().put("appSecret", next)).status())
                .isEqualTo(200);
        assertThat(line.delivers(text("wamid.SECOND"), SECRET_A).status()).isEqualTo(401);
        assertThat(line.delivers(text("wamid.THIRD"), next).status()).isEqualTo(200);
        assertThat(key.delete(path).status()).isEqualTo(200);
        assertThat(line.delivers(text("wamid.FOURTH"), next).status()).isEqualTo(401);
        line.settles(shop);
        assertThat(line.messages(shop)).containsExactlyInAnyOrder("wamid.FIRST", "wamid.THIRD");
    }
}
