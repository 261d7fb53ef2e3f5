package iq.sendy.messaging;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.CannedReplyText.ReplyValues;
import iq.sendy.messaging.ConversationView.ConversationContact;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Canned replies over HTTP, and what is filled into them. */
@Scenario
class CannedRepliesTest {

    private static final String REPLIES = Api.STAFF + "/social/replies";

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    ReplyVariables variables;

    private Inbox inbox;

    @BeforeEach
    void open() {
        inbox = Inbox.opens(api, backstage);
    }

    private static ObjectNode reply(String shortcut, String text) {
        return Api.object().put("shortcut", shortcut).put("text", text);
    }

    private String makes(String shortcut) {
        return well(inbox.owner.post(REPLIES, reply(shortcut, "مرحباً {name}"))).data("id");
    }

    @Test
    void a_reply_is_made_changed_in_part_and_deleted() {
        var made = well(inbox.owner.post(
                        REPLIES, reply(" توصيل ", "طلبك {order} في الطريق").put("language", "AR")))
                .data();
        var id = made.get("id").stringValue();

        assertThat(made.get("shortcut").stringValue()).isEqualTo("توصيل");
        assertThat(made.get("language").stringValue()).isEqualTo("ar");
        var changed = well(inbox.key.put(
                        Api.KEYS + "/social/replies/" + id,
                        Api.object().put("text", "وصل").putNull("language")))
                .data();
        assertThat(changed.get("shortcut").stringValue()).isEqualTo("توصيل");
        assertThat(changed.get("text").stringValue()).isEqualTo("وصل");
        assertThat(changed.get("language").isNull()).isTrue();
        assertThat(well(inbox.key.get(Api.KEYS + "/social/replies")).data().at("/items/0"))
                .isEqualTo(changed);
        well(inbox.owner.put(REPLIES + "/" + id, Api.object()));
        assertThat(well(inbox.owner.delete(REPLIES + "/" + id)).data().isNull()).isTrue();
        assertThat(inbox.owner.delete(REPLIES + "/" + id).status()).isEqualTo(404);
        assertThat(inbox.audited(id))
                .containsExactly("canned_reply.deleted", "canned_reply.updated", "canned_reply.created");
        makes("توصيل");
    }

    @Test
    void every_field_that_is_wrong_is_told_at_once() {
        assertThat(inbox.owner.post(REPLIES, Api.object()).faults())
                .containsExactly("shortcut field.required", "text field.required");
        assertThat(inbox.owner
                        .post(REPLIES, reply("x".repeat(51), "y".repeat(4_097)).put("language", "fr"))
                        .faults())
                .containsExactly("language field.unknown_value", "shortcut field.too_long", "text field.too_long");
        assertThat(inbox.owner
                        .post(REPLIES, Api.object("{\"shortcut\":[],\"text\":{}}"))
                        .faults())
                .containsExactly("shortcut field.invalid", "text field.invalid");
        var id = makes("a");
        assertThat(inbox.owner.put(REPLIES + "/" + id, reply(" ", "")).faults())
                .containsExactly("shortcut field.required", "text field.required");
        assertThat(inbox.owner
                        .put(REPLIES + "/" + UUID.randomUUID(), reply(" ", ""))
                        .status())
                .isEqualTo(404);
        assertThat(well(inbox.owner.post(REPLIES, reply("long", "y".repeat(4_096))))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void no_two_replies_have_a_shortcut_in_any_letter_case() {
        var first = makes("Hello");
        var second = makes("other");

        var taken = inbox.owner.post(REPLIES, reply("HELLO", "x"));
        assertThat(taken.status()).isEqualTo(409);
        assertThat(taken.faults()).containsExactly("shortcut reply.shortcut_taken");
        assertThat(inbox.owner
                        .put(REPLIES + "/" + second, Api.object().put("shortcut", "hello"))
                        .status())
                .isEqualTo(409);
        well(inbox.owner.put(REPLIES + "/" + first, Api.object().put("shortcut", "HELLO")));
        well(Inbox.opens(api, backstage).owner.post(REPLIES, reply("hello", "x")));
    }

    @Test
    void of_many_that_take_a_shortcut_at_once_one_has_it() {
        var made = Shop.atOnce(
                30, _ -> inbox.owner.post(REPLIES, reply("same", "x")).status());
        assertThat(made).filteredOn(status -> status == 200).hasSize(1);
        assertThat(made).filteredOn(status -> status == 409).hasSize(29);

        var ids = List.of(makes("a"), makes("b"), makes("c"), makes("d"), makes("e"), makes("f"));
        var changed = Shop.atOnce(
                ids.size(),
                i -> inbox.owner
                        .put(REPLIES + "/" + ids.get(i), Api.object().put("shortcut", "One"))
                        .status());
        assertThat(changed).filteredOn(status -> status == 200).hasSize(1);
        assertThat(changed).containsOnly(200, 409);
    }

    @Test
    void another_stores_reply_is_not_there() {
        var theirs = well(Inbox.opens(api, backstage).owner.post(REPLIES, reply("x", "y")))
                .data("id");

        assertThat(inbox.owner.put(REPLIES + "/" + theirs, reply("z", "z")).status())
                .isEqualTo(404);
        assertThat(inbox.owner.delete(REPLIES + "/" + theirs).status()).isEqualTo(404);
        assertThat(well(inbox.owner.get(REPLIES)).data().get("items").isEmpty()).isTrue();
    }

    @Test
    void variables_are_filled_in_once_and_other_braces_stay() {
        var values = new ReplyValues("{store} زينب", null, "SN-7K3F-9QXM");

        assertThat(CannedReplyText.fill("مرحباً {name}، {order}{order} من {store}. {Name} {x} {", values))
                .isEqualTo("مرحباً {store} زينب، SN-7K3F-9QXMSN-7K3F-9QXM من . {Name} {x} {");
        assertThat(CannedReplyText.hasVariables("{x} {")).isFalse();
        assertThat(CannedReplyText.hasVariables("a {order}")).isTrue();
    }

    private String values(@Nullable String name, @Nullable String phone) {
        var store = new StoreId(UUID.fromString(inbox.shop.storeId()));
        var contact = new ConversationContact(UUID.randomUUID(), name, phone, "x");
        return CannedReplyText.fill(
                "{name}|{store}|{order}", CurrentTenant.in(store, () -> variables.of(store, contact)));
    }

    @Test
    void the_name_the_store_and_the_newest_order_of_the_phone_are_known() {
        inbox.shop.placesOne();
        var newest = well(inbox.shop.places(Shop.order())).data("publicId");
        var store = well(inbox.owner.get("/api/v1/auth/me")).data("store.name");

        assertThat(values("زينب", "9647701234567")).isEqualTo("زينب|" + store + "|" + newest);
        assertThat(values(null, "9647709999999")).isEqualTo("|" + store + "|");
        assertThat(values(null, null)).isEqualTo("|" + store + "|");
    }

    @Test
    void what_is_sent_has_the_values_of_its_contact_and_is_not_empty() {
        var line = Line.whatsApp(backstage, inbox.shop);
        line.change(
                "update messaging.contact set name = 'زينب' where id = (select contact_id from messaging.conversation"
                        + " where id = :conversation)");

        assertThat(line.replies("مرحباً {name} {x}").status()).isEqualTo(200);
        assertThat(line.messages()).containsExactly("Sent مرحباً زينب {x}");
        var empty = line.replies("{order}");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.faults()).containsExactly("text field.required");
        assertThat(line.messages()).hasSize(1);
    }
}
