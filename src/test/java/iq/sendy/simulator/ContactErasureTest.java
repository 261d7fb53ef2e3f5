package iq.sendy.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Trips;
import iq.sendy.Waiting;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.Bytes;
import iq.sendy.meta.ChannelType;
import iq.sendy.meta.MessageKind;
import iq.sendy.simulator.SimulatedMedia.SimulatedFile;
import iq.sendy.simulator.SimulatedPhones.PhoneDeed;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One contact is told what is known of them, and forgotten when they ask for it. */
@Scenario
class ContactErasureTest {

    private static final String DOT =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==";

    private static final SimulatedCustomer SHILAN = SimulatedCustomer.SHILAN;

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    SimulatedAccounts accounts;

    @Autowired
    SimulatedPhones phones;

    @Autowired
    Trips trips;

    @Test
    void an_export_has_all_that_the_inbox_holds() {
        var talk = new Talk();
        var export = talk.shop.owner().get(talk.path() + "/export");

        assertThat(export.status()).as(export.text()).isEqualTo(200);
        assertThat(export.data("name")).isEqualTo("شیلان");
        assertThat(export.data("phone")).isEqualTo("9647700009003");
        assertThat(export.data().get("identities").valueStream())
                .extracting(identity -> identity.get("value").stringValue())
                .contains("9647700009003", SHILAN.scopedId());
        var conversation = export.data().at("/conversations/0");
        assertThat(conversation.get("messages").toString()).contains(talk.text, "فەرموو");
        assertThat(conversation.at("/messages/1/media/0/state").stringValue()).isEqualTo("Stored");
        assertThat(conversation.get("notes").toString()).contains("تێبینی");
    }

    @Test
    void an_erased_contact_leaves_counts_and_times_and_nothing_else() {
        var talk = new Talk();
        var before = talk.shop.thread(talk.conversation);
        talk.parks();

        assertThat(talk.erase().status()).isEqualTo(200);

        var after = talk.shop.thread(talk.conversation);
        assertThat(after.at("/contact/name").isNull()).isTrue();
        assertThat(after.at("/contact/phone").isNull()).isTrue();
        assertThat(after.at("/contact/externalId").isNull()).isTrue();
        assertThat(after.get("messages").size())
                .isEqualTo(before.get("messages").size());
        assertThat(after.at("/messages/0/createdAt")).isEqualTo(before.at("/messages/0/createdAt"));
        assertThat(after.get("messages").valueStream())
                .allSatisfy(message -> assertThat(message.get("text").isNull()).isTrue());
        assertThat(after.get("notes")).isEmpty();
        assertThat(after.get("labels")).isEmpty();
        // Deliveries that name them follow, with the job that knows the names.
        Waiting.until(talk::leftovers, List::isEmpty);
        var entry = talk.shop
                .owner()
                .get(Api.STAFF + "/audit-log?per_page=1")
                .data()
                .at("/items/0");
        assertThat(entry.get("action").stringValue()).isEqualTo("contact.erased");
        assertThat(entry.toString()).doesNotContain("شیلان", "9647700009003", SHILAN.scopedId());
    }

    @Test
    void a_second_time_there_is_nobody_and_another_store_never_had_them() {
        var talk = new Talk();
        var other = Shop.opens(api);
        assertThat(other.owner().delete(talk.path()).status()).isEqualTo(404);
        assertThat(other.owner().get(talk.path() + "/export").status()).isEqualTo(404);
        assertThat(talk.erase().status()).isEqualTo(200);
        assertThat(talk.erase().status()).isEqualTo(404);
        assertThat(talk.shop.owner().get(talk.path() + "/export").status()).isEqualTo(404);
        assertThat(talk.shop
                        .owner()
                        .delete(Api.STAFF + "/social/contacts/nobody")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_delivery_that_comes_again_brings_nothing_back_and_who_writes_anew_is_new() {
        var talk = new Talk();
        phones.act(ChannelType.WHATSAPP, SHILAN, new PhoneDeed.Write("دوا نامە " + talk.text, null));
        // WhatsApp counts seconds: what is written in the second of an answer stands before it.
        Waiting.until(() -> talk.shop.thread(talk.conversation).get("messages").size(), size -> size == 4);
        assertThat(talk.erase().status()).isEqualTo(200);

        phones.act(ChannelType.WHATSAPP, SHILAN, new PhoneDeed.Repeat());
        Waiting.until(talk::unread, waiting -> waiting == 0);
        assertThat(talk.shop.conversations()).hasSize(1);
        assertThat(talk.contacts()).isEqualTo(1);

        phones.act(ChannelType.WHATSAPP, SHILAN, new PhoneDeed.Write("سڵاو دووبارە " + talk.text, null));
        var fresh = talk.shop.reads("سڵاو دووبارە " + talk.text);
        assertThat(fresh.get("id").stringValue()).isNotEqualTo(talk.conversation);
        assertThat(fresh.get("messages").size()).isEqualTo(1);
    }

    @Test
    void whoever_writes_while_they_are_erased_is_gone_or_new_and_never_half() {
        for (var round = 0; round < 5; round++) {
            var talk = new Talk();
            var text = "race " + round + " " + talk.text;
            Shop.atOnce(2, part -> {
                if (part == 0) {
                    phones.act(ChannelType.WHATSAPP, SHILAN, new PhoneDeed.Write(text, null));
                    return 0;
                }
                return talk.erase().status();
            });
            Waiting.until(talk::unread, waiting -> waiting == 0);
            var erased = talk.shop.thread(talk.conversation);
            assertThat(erased.at("/contact/phone").isNull()).isTrue();
            assertThat(erased.get("messages").valueStream())
                    .allSatisfy(
                            message -> assertThat(message.get("text").isNull()).isTrue());
            var heard = talk.shop.conversations().stream()
                    .filter(found -> found.at("/lastMessage/text").asString("").equals(text))
                    .count();
            assertThat(heard + erased.get("messages").size()).isEqualTo(4);
        }
    }

    @Test
    void a_month_of_deliveries_is_gone_through_behind_the_request_and_only_those_that_name_them_go() {
        var talk = new Talk();
        talk.receives(1_200);
        var others = talk.deliveries("of another");
        assertThat(others).isEqualTo(600);

        assertThat(trips.during(talk::erase)).noneMatch(trip -> trip.contains("messaging.inbound_delivery"));

        Waiting.until(() -> talk.deliveries(SHILAN.scopedId()), left -> left == 0);
        assertThat(talk.deliveries("of another")).isEqualTo(others);
        Waiting.until(() -> talk.count("select count(*) from jobs.job where store_id = :store"), jobs -> jobs == 0);
    }

    @Test
    void what_integrators_were_told_of_a_conversation_is_found_by_it() {
        var talk = new Talk();
        talk.tells(3_000);

        assertThat(String.join(
                        "\n",
                        backstage
                                .jdbc()
                                .sql("""
                        explain update webhooks.event as e set body = e.body
                        where e.store_id = :store and e.resource_type = 'conversation' and e.resource_id = any (:talks)
                        """)
                                .param("store", talk.store())
                                .param("talks", new UUID[] {UUID.fromString(talk.conversation)})
                                .query(String.class)
                                .list()))
                .contains("event_of_conversation");
    }

    /** A customer who wrote, sent a picture and was answered, with a note and a label. */
    private final class Talk {

        final SimulatedShop shop = new SimulatedShop(api, accounts, backstage, ChannelType.WHATSAPP);
        final String text = "گوڵی سپی " + System.nanoTime();
        final String conversation;
        final String contact;

        Talk() {
            phones.act(ChannelType.WHATSAPP, SHILAN, new PhoneDeed.Write(text, null));
            var found = shop.reads(text);
            conversation = found.get("id").stringValue();
            contact = found.at("/contact/id").stringValue();
            var picture = new SimulatedFile(Bytes.of(Base64.getDecoder().decode(DOT)), "image/png", "picture.png");
            phones.act(ChannelType.WHATSAPP, SHILAN, new PhoneDeed.SendFile(MessageKind.IMAGE, picture, "ئەمە"));
            Waiting.until(
                    () -> shop.thread(conversation)
                            .at("/messages/1/media/0/state")
                            .asString(""),
                    "Stored"::equals);
            assertThat(shop.answers(conversation, "فەرموو").status()).isEqualTo(200);
            var path = Api.STAFF + "/social/conversations/" + conversation;
            assertThat(shop.owner()
                            .post(path + "/notes", Api.object().put("text", "تێبینی"))
                            .status())
                    .isEqualTo(200);
            var labels = Api.object();
            labels.putArray("labels").add("شیلان");
            assertThat(shop.owner().post(path + "/labels", labels).status()).isEqualTo(200);
            // What Meta tells of them afterwards is a delivery like any other.
            Waiting.until(
                    () -> shop.thread(conversation)
                            .at("/messages/2/deliveryStatus")
                            .asString(""),
                    "Delivered"::equals);
            Waiting.until(this::unread, waiting -> waiting == 0);
        }

        String path() {
            return Api.STAFF + "/social/contacts/" + contact;
        }

        Api.Reply erase() {
            return shop.owner().delete(path());
        }

        UUID store() {
            return UUID.fromString(shop.shop().storeId());
        }

        /** Deliveries of the store that wait to be read. */
        long unread() {
            return count("""
                    select count(*) from messaging.inbound_delivery
                    where store_id = :store and processed_at is null
                    """);
        }

        long contacts() {
            return count("select count(*) from messaging.contact where store_id = :store");
        }

        /** Deliveries that were read, every other of which names the customer. */
        void receives(int many) {
            write("""
                    insert into messaging.inbound_delivery (store_id, id, channel_type, channel_ids, account_ids, received_at,
                        raw, signature, processed_at, unreadable_count)
                    select :store, gen_random_uuid(), 'WhatsApp', array[:store::uuid], array['account'], :at,
                        convert_to(case when i % 2 = 0 then 'of another' else :name end, 'UTF8'), 'signature', :at, 0
                    from generate_series(1, :many) as i
                    """, many);
        }

        /** Events of conversations, none of which is this one. */
        void tells(int many) {
            write("""
                    insert into webhooks.event (store_id, id, type, resource_type, resource_id, sequence, feed_position,
                        occurred_at, recorded_at, body)
                    select :store, gen_random_uuid(), 'of.' || :name, 'conversation', gen_random_uuid(), 1, 1000000 + i,
                        :at, :at, '{}'
                    from generate_series(1, :many) as i
                    """, many);
            backstage.jdbc().sql("analyze webhooks.event").update();
        }

        private void write(String sql, int many) {
            backstage
                    .jdbc()
                    .sql(sql)
                    .param("store", store())
                    .param("name", SHILAN.scopedId())
                    .param("at", OffsetDateTime.now(ZoneOffset.UTC).minusDays(1))
                    .param("many", many)
                    .update();
        }

        /** Deliveries that hold this. */
        long deliveries(String mark) {
            return backstage
                    .jdbc()
                    .sql("""
                            select count(*) from messaging.inbound_delivery
                            where store_id = :store and position(convert_to(:mark, 'UTF8') in raw) > 0
                            """)
                    .param("store", store())
                    .param("mark", mark)
                    .query(Long.class)
                    .single();
        }

        private long count(String sql) {
            return backstage
                    .jdbc()
                    .sql(sql)
                    .param("store", store())
                    .query(Long.class)
                    .single();
        }

        /** Meta told of a message that never came, in a delivery that names the customer. */
        void parks() {
            backstage
                    .jdbc()
                    .sql("""
                    insert into messaging.parked_update (store_id, channel_id, external_id, text, edited_at, created_at)
                    select m.store_id, m.channel_id, m.external_id, m.text, now(), now() from messaging.message as m
                    where m.store_id = :store and m.text = :text
                    """)
                    .param("store", store())
                    .param("text", text)
                    .update();
        }

        /** Of the inbox, of events and of the log of changes, the tables that say something of the customer in a row of the store. */
        List<String> leftovers() {
            var tables = backstage
                    .jdbc()
                    .sql("""
                            select table_schema || '.' || table_name from information_schema.columns
                            where column_name = 'store_id' and (table_schema in ('messaging', 'webhooks', 'jobs')
                                or (table_schema, table_name) = ('platform', 'audit_entry'))
                            """)
                    .query((row, _) -> row.getString(1))
                    .list();
            var escaped = new StringBuilder();
            text.codePoints().limit(4).forEach(c -> escaped.append(String.format(java.util.Locale.ROOT, "\\u%04x", c)));
            var marks = List.of("شیلان", "9647700009003", SHILAN.scopedId(), text, escaped.toString());
            return tables.stream().filter(table -> holds(table, marks)).toList();
        }

        private boolean holds(String table, List<String> marks) {
            return backstage
                    .jdbc()
                    .sql("select t::text as plain from " + table + " as t where store_id = :store")
                    .param("store", store())
                    .query((row, _) -> row.getString("plain"))
                    .list()
                    .stream()
                    .map(Talk::readable)
                    .anyMatch(row -> marks.stream().anyMatch(row::contains));
        }

        /** Bytes are shown as hex: what they spell stands behind. */
        private static String readable(String row) {
            var all = new StringBuilder(row);
            var hex =
                    java.util.regex.Pattern.compile("\\\\\\\\?x([0-9a-f]{8,})").matcher(row);
            while (hex.find()) {
                var digits = hex.group(1);
                var even = digits.substring(0, digits.length() - (digits.length() % 2));
                all.append(' ').append(new String(java.util.HexFormat.of().parseHex(even), StandardCharsets.UTF_8));
            }
            return all.toString();
        }
    }
}
