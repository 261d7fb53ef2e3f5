package iq.sendy.simulator;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.Waiting;
import iq.sendy.World.Backstage;
import iq.sendy.meta.ChannelType;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * A shop whose channels are accounts of the simulator, with its inbox as its people see it. Those accounts are the same for
 * all shops, so the agents of shops that were opened before, which would answer too, are off from then on.
 */
final class SimulatedShop {

    private final Shop shop;
    private final Api owner;

    SimulatedShop(Api api, SimulatedAccounts accounts, Backstage backstage, ChannelType... types) {
        this(Shop.opens(api), accounts, backstage, false, types);
    }

    /** A shop at whose channels the agent answers. */
    static SimulatedShop withAgent(Api api, SimulatedAccounts accounts, Backstage backstage, ChannelType... types) {
        return new SimulatedShop(Shop.opens(api), accounts, backstage, true, types);
    }

    private SimulatedShop(
            Shop shop, SimulatedAccounts accounts, Backstage backstage, boolean agent, ChannelType... types) {
        this.shop = shop;
        this.owner = shop.owner();
        for (var type : types) {
            var account = accounts.of(type);
            silence(backstage, account);
            var made = owner.post(
                    Api.STAFF + "/social/channels",
                    Api.object()
                            .put("channelType", type.toString())
                            .put("externalAccountId", account.accountId())
                            .put("displayName", "محاكاة")
                            .put("accessToken", account.accessToken())
                            .put("appSecret", account.appSecret())
                            .put("aiProviderCode", "sandbox")
                            .put("aiModelCode", agent ? "sandbox-1" : "sandbox")
                            .put("isAgentEnabled", agent));
            assertThat(made.status()).as(made.text()).isEqualTo(200);
        }
    }

    /** Nobody's agent answers at the account any more, nor takes the fault that is asked for next. */
    static void silence(Backstage backstage, SimulatedAccount silenced) {
        var account = silenced.accountId();
        backstage
                .jdbc()
                .sql("update channels.channel set is_agent_enabled = false where external_account_id = :account")
                .param("account", account)
                .update();
        Waiting.until(
                "the agents of earlier shops have ended what they were at",
                () -> backstage
                                .jdbc()
                                .sql("""
                        select count(*) from agent.ai_message_job as j
                        join channels.channel as c on c.store_id = j.store_id and c.id = j.channel_id
                        where c.external_account_id = :account
                          and j.state in ('Pending', 'Generating', 'Generated', 'Sending')""")
                                .param("account", account)
                                .query(Long.class)
                                .single()
                        == 0);
    }

    Shop shop() {
        return shop;
    }

    Api owner() {
        return owner;
    }

    /** The conversation in which a text was read last, as it is alone, with its messages. */
    JsonNode reads(String text) {
        var id = until(
                () -> conversations().stream()
                        .filter(found ->
                                found.at("/lastMessage/text").asString("").equals(text))
                        .findFirst()
                        .orElse(null),
                found -> found != null);
        return thread(id.get("id").stringValue());
    }

    List<JsonNode> conversations() {
        return owner.get(Api.STAFF + "/social/conversations?per_page=100")
                .data()
                .get("items")
                .valueStream()
                .toList();
    }

    JsonNode thread(String id) {
        var reply = owner.get(Api.STAFF + "/social/conversations/" + id);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.data();
    }

    Api.Reply answers(String id, String text) {
        return owner.withHeader("Idempotency-Key", UUID.randomUUID().toString())
                .post(
                        Api.STAFF + "/social/conversations/" + id + "/messages",
                        Api.object().put("text", text));
    }
}
