package iq.sendy.agent;

import static iq.sendy.Goods.well;

import iq.sendy.Api;
import iq.sendy.Shop;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** The words for the agent of a shop as tests of its people use them. */
final class AgentKit {

    private static final AtomicLong ACCOUNTS =
            new AtomicLong(560_000_000_000_000L + ThreadLocalRandom.current().nextLong(1_000_000_000L));

    private AgentKit() {}

    /** The actions of the audit log, newest first. */
    static List<String> audited(Shop shop, String resource) {
        return well(shop.owner().get(Api.STAFF + "/audit-log?resourceId=" + resource + "&per_page=100"))
                .data()
                .get("items")
                .valueStream()
                .map(entry -> entry.get("action").stringValue())
                .toList();
    }

    /** Connects an account at WhatsApp at which the agent is on; answers the channel's id. */
    static UUID connects(Shop shop) {
        return UUID.fromString(well(shop.owner()
                        .post(
                                Api.STAFF + "/social/channels",
                                Api.object()
                                        .put("channelType", "WhatsApp")
                                        .put("externalAccountId", Long.toString(ACCOUNTS.incrementAndGet()))
                                        .put("displayName", "واتساب")
                                        .put("accessToken", "EAAG-token")
                                        .put("aiProviderCode", "sandbox")
                                        .put("aiModelCode", "sandbox-1")
                                        .put("isAgentEnabled", true)
                                        .put("appSecret", "secret")))
                .data("id"));
    }
}
