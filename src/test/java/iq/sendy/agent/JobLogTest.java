package iq.sendy.agent;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the agent did and why, as people look at it over HTTP. */
@Scenario
public class JobLogTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    private Shop shop;
    private AgentPast past;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        past = new AgentPast(backstage, shop);
    }

    private List<String> lists(String query) {
        return well(shop.owner().get(Api.STAFF + "/social/jobs" + query))
                .data()
                .get("items")
                .valueStream()
                .map(job -> job.get("id").stringValue())
                .toList();
    }

    @Test
    void jobs_are_listed_newest_first_at_both_doors_and_found_by_what_is_known_of_them() {
        var done = past.job("Done", null, 3);
        var handed = past.job("HandedOff", "asked_for_person", 2);
        var dead = past.job("Dead", "HTTP 500", 1);
        var key = api.withKey(shop.mints("messaging:read"));

        assertThat(lists("")).containsExactly(dead, handed, done);
        assertThat(well(key.get(Api.KEYS + "/social/jobs")).data("totalCount")).isEqualTo("3");
        assertThat(lists("?state=dead")).containsExactly(dead);
        assertThat(lists("?state=Done&state=HandedOff")).containsExactly(handed, done);
        assertThat(lists("?reason=asked_for_person")).containsExactly(handed);
        assertThat(lists("?channelId=" + past.channel)).hasSize(3);
        assertThat(lists("?channelId=" + UUID.randomUUID())).isEmpty();
        assertThat(lists("?conversationId=" + past.conversation)).hasSize(3);
        assertThat(lists("?from=2999-01-01")).isEmpty();
        assertThat(lists("?to=2999-01-01")).hasSize(3);
        var wrong = shop.owner().get(Api.STAFF + "/social/jobs?state=Gone&channelId=x&from=2026-02-01&to=2026-01-01");
        assertThat(wrong.faults())
                .containsExactly("channelId filter.invalid", "from range.invalid", "state filter.invalid");
    }

    @Test
    void a_cursor_goes_on_where_the_page_ended() {
        var first = past.job("Done", null, 2);
        var second = past.job("Done", null, 1);
        var page = well(shop.owner().get(Api.STAFF + "/social/jobs?per_page=1&cursor="))
                .data();
        assertThat(page.at("/items/0/id").stringValue()).isEqualTo(second);
        var next = page.get("nextCursor").stringValue();

        assertThat(lists("?per_page=1&cursor=" + next)).containsExactly(first);
    }

    @Test
    void a_job_is_shown_with_its_steps_in_their_order() {
        var id = past.job("Done", null, 1);
        past.step(id, 2, 1, "Gate", "reply", "passed", null);
        past.step(id, 1, 2, "ToolCall", "search_products", "told", "{\"products\":3}");
        past.step(
                id, 1, 1, "ModelCall", "sandbox sandbox-1", "tool_calls", "{\"inputTokens\":900,\"outputTokens\":20}");

        var job = well(shop.owner().get(Api.STAFF + "/social/jobs/" + id)).data();
        assertThat(job.get("contactName").stringValue()).isEqualTo("زينب");
        assertThat(job.get("inputTokens").longValue()).isEqualTo(1_240);
        assertThat(job.get("messageId").stringValue()).isEqualTo(past.message.toString());
        assertThat(job.get("steps").valueStream().map(step -> step.get("kind").stringValue()))
                .containsExactly("ModelCall", "ToolCall", "Gate");
        assertThat(job.at("/steps/0/details/inputTokens").longValue()).isEqualTo(900);
        assertThat(job.at("/steps/2/details").isNull()).isTrue();
    }

    @Test
    void a_draft_is_shown_until_it_is_sent() {
        var draft = past.draft("عدنا، بـ٢٥ ألف", 1);

        assertThat(draft(draft).stringValue()).isEqualTo("عدنا، بـ٢٥ ألف");
        backstage
                .jdbc()
                .sql("update agent.ai_message_job set reply_message_id = gen_random_uuid() where id = :id")
                .param("id", UUID.fromString(draft))
                .update();
        assertThat(draft(draft).isNull()).isTrue();
    }

    private JsonNode draft(String job) {
        return well(shop.owner().get(Api.STAFF + "/social/jobs/" + job)).data().get("draft");
    }

    @Test
    void another_stores_job_is_unknown() {
        var id = past.job("Done", null, 1);
        var other = Shop.opens(api).owner();

        assertThat(other.get(Api.STAFF + "/social/jobs/" + id).status()).isEqualTo(404);
        assertThat(well(other.get(Api.STAFF + "/social/jobs")).data().get("items"))
                .isEmpty();
    }
}
