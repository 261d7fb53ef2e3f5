package iq.sendy.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Shop;
import iq.sendy.fakes.Received;
import iq.sendy.fakes.Receiver;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The words of an integrator who is told of a shop's changes. */
final class Hooks {

    static final String PATH = Api.KEYS + "/webhooks";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Api key;

    private Hooks(Api key) {
        this.key = key;
    }

    static Hooks of(Api api, Shop shop) {
        return new Hooks(api.withKey(shop.mints("webhooks:read", "webhooks:write")));
    }

    Api key() {
        return key;
    }

    static ObjectNode to(String url, String... events) {
        var body = Api.object().put("url", url);
        var list = body.putArray("events");
        List.of(events).forEach(list::add);
        return body;
    }

    /** Answers the whole answer, secret and all. */
    Api.Reply subscribes(Receiver receiver, String... events) {
        var made = key.post(PATH, to(receiver.url(), events));
        assertThat(made.status()).as(made::toString).isEqualTo(200);
        return made;
    }

    JsonNode deliveries(String subscription, String query) {
        var listed = key.get(PATH + "/" + subscription + "/deliveries" + query);
        assertThat(listed.status()).as(listed::toString).isEqualTo(200);
        return listed.data().get("items");
    }

    static JsonNode body(Received received) {
        return JSON.readTree(received.body().toArray());
    }

    static List<String> types(Receiver receiver) {
        return receiver.received().stream()
                .map(received -> body(received).get("event_type").stringValue())
                .toList();
    }
}
