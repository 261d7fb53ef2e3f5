package iq.sendy.simulator;

import static iq.sendy.Waiting.until;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.meta.ChannelType;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A shop whose channels are accounts of the simulator, with its inbox as its people see it. */
final class SimulatedShop {

    private final Shop shop;
    private final Api owner;

    SimulatedShop(Api api, SimulatedAccounts accounts, ChannelType... types) {
        this(Shop.opens(api), accounts, false, types);
    }

    /** A shop at whose channels the agent answers. */
    static SimulatedShop withAgent(Api api, SimulatedAccounts accounts, ChannelType... types) {
        return new SimulatedShop(Shop.opens(api), accounts, true, types);
    }

    private SimulatedShop(Shop shop, SimulatedAccounts accounts, boolean agent, ChannelType... types) {
        this.shop = shop;
        this.owner = shop.owner();
        for (var type : types) {
            var account = accounts.of(type);
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
