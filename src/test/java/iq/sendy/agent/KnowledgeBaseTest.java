package iq.sendy.agent;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What people write for the agent to know, over HTTP, and what of it the agent knows. */
@Scenario
public class KnowledgeBaseTest {

    private static final String PATH = "/social/knowledge";

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    @Autowired
    KnowledgeBase knowledge;

    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
    }

    private static ObjectNode faq(String question, String answer) {
        return Api.object().put("topic", "faq").put("question", question).put("answer", answer);
    }

    private Knowledge known() {
        var store = new StoreId(UUID.fromString(shop.storeId()));
        return CurrentTenant.in(store, () -> knowledge.of(store));
    }

    @Test
    void an_item_is_written_changed_in_part_and_deleted() {
        var key = api.withKey(shop.mints("social:read", "social:write"));
        var made = well(key.post(Api.KEYS + PATH, faq("توصلون للبصرة؟", "نعم").put("language", "ar")))
                .data();
        var path = Api.STAFF + PATH + "/" + made.get("id").stringValue();

        var changed = well(shop.owner().put(path, Api.object().put("answer", "نعم، خلال يومين")))
                .data();
        assertThat(changed.get("question").stringValue()).isEqualTo("توصلون للبصرة؟");
        assertThat(changed.get("language").stringValue()).isEqualTo("ar");
        assertThat(well(shop.owner().get(Api.STAFF + PATH)).data().at("/items/0"))
                .isEqualTo(changed);
        assertThat(known().about(KnowledgeTopic.FAQ, ReplyLanguage.AR))
                .extracting(Knowledge.KnownText::answer)
                .containsExactly("نعم، خلال يومين");
        well(shop.owner().put(path, Api.object()));
        well(shop.owner().delete(path));
        assertThat(shop.owner().delete(path).status()).isEqualTo(404);
        assertThat(known()).isEqualTo(Knowledge.NONE);
        assertThat(AgentKit.audited(shop, made.get("id").stringValue()))
                .containsExactly("knowledge_item.deleted", "knowledge_item.updated", "knowledge_item.created");
    }

    @Test
    void a_question_belongs_to_an_faq_and_an_faq_has_one() {
        for (var body : List.of(
                "{\"topic\":\"faq\",\"answer\":\"x\"}",
                "{\"topic\":\"returns\",\"question\":\"x\",\"answer\":\"x\"}")) {
            assertThat(shop.owner().post(Api.STAFF + PATH, Api.object(body)).faults())
                    .containsExactly("question knowledge.question_of_faq_alone");
        }
        var made = well(shop.owner().post(Api.STAFF + PATH, faq("a", "b"))).data("id");
        assertThat(shop.owner()
                        .put(Api.STAFF + PATH + "/" + made, Api.object().put("topic", "hours"))
                        .status())
                .isEqualTo(400);
        well(shop.owner()
                .put(
                        Api.STAFF + PATH + "/" + made,
                        Api.object().put("topic", "hours").putNull("question")));
    }

    @Test
    void every_field_that_is_wrong_is_told_at_once() {
        assertThat(shop.owner().post(Api.STAFF + PATH, Api.object()).faults())
                .containsExactly("answer field.required", "topic field.required");
        assertThat(shop.owner()
                        .post(Api.STAFF + PATH, Api.object("""
                                {"topic":"weather","question":[],"answer":"%s","language":"fr"}
                                """.formatted("x".repeat(2_001))))
                        .faults())
                .containsExactly(
                        "answer field.too_long",
                        "language field.unknown_value",
                        "question field.invalid",
                        "topic field.unknown_value");
        var made = well(shop.owner().post(Api.STAFF + PATH, faq("a", "b"))).data("id");
        assertThat(shop.owner()
                        .put(Api.STAFF + PATH + "/" + made, Api.object("{\"topic\":null,\"answer\":\" \"}"))
                        .faults())
                .containsExactly("answer field.required", "topic field.required");
    }

    @Test
    void what_the_storefront_says_is_known_too_without_its_markup() {
        well(shop.owner().put(Api.STAFF + "/storefront", Api.object("""
                {"description":"<p>ورد <b>طبيعي</b></p>","deliveryPromise":"بغداد خلال ٢٤ ساعة",
                 "faqs":[{"question":"هل تبيعون جملة؟","answer":"نعم"}],
                 "policies":{"returns":"<ul><li>ثلاثة أيام</li><li>بالفاتورة</li></ul>","shipping":"كل المحافظات"}}
                """)));
        well(shop.owner()
                .post(Api.STAFF + PATH, Api.object().put("topic", "delivery").put("answer", "التوصيل للبصرة بيومين")));

        var known = known();
        assertThat(known.about(KnowledgeTopic.DELIVERY, ReplyLanguage.AR))
                .extracting(Knowledge.KnownText::answer)
                .containsExactly("التوصيل للبصرة بيومين", "بغداد خلال ٢٤ ساعة", "كل المحافظات");
        assertThat(known.about(KnowledgeTopic.RETURNS, ReplyLanguage.EN))
                .extracting(Knowledge.KnownText::answer)
                .containsExactly("ثلاثة أيام\nبالفاتورة");
        assertThat(known.about(KnowledgeTopic.ABOUT, ReplyLanguage.AR))
                .extracting(Knowledge.KnownText::answer)
                .containsExactly("ورد طبيعي");
        assertThat(known.about(KnowledgeTopic.FAQ, ReplyLanguage.AR))
                .extracting(text -> Objects.toString(text.question()))
                .containsExactly("هل تبيعون جملة؟");
    }

    @Test
    void another_stores_item_is_unknown() {
        var made = well(shop.owner().post(Api.STAFF + PATH, faq("a", "b"))).data("id");
        var other = Shop.opens(api).owner();

        assertThat(other.put(Api.STAFF + PATH + "/" + made, Api.object().put("answer", "mine"))
                        .status())
                .isEqualTo(404);
        assertThat(other.delete(Api.STAFF + PATH + "/" + made).status()).isEqualTo(404);
        assertThat(well(other.get(Api.STAFF + PATH)).data().get("items")).isEmpty();
        assertThat(known().texts()).hasSize(1);
    }

    @Test
    void of_many_that_are_written_at_once_no_more_than_there_is_room_for_are_kept() {
        backstage
                .jdbc()
                .sql("""
                        insert into agent.knowledge_item (store_id, id, topic, answer, created_at, updated_at)
                        select :store, gen_random_uuid(), 'about', 'x', now(), now() from generate_series(1, :many)
                        """)
                .param("store", UUID.fromString(shop.storeId()))
                .param("many", KnowledgeItem.MOST - 2)
                .update();
        var made = Shop.atOnce(
                5,
                number -> shop.owner()
                        .post(Api.STAFF + PATH, faq("q" + number, "a"))
                        .status());

        assertThat(made.stream().filter(status -> status == 200)).hasSize(2);
        assertThat(made.stream().filter(status -> status == 409)).hasSize(3);
        assertThat(known().texts()).hasSize(KnowledgeItem.MOST);
    }
}
