package bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Subscriptions of stores. */
final class Hooks {

    /** A subscription of a store. */
    record Hook(Shops.Shop shop, String id) {}

    private Hooks() {}

    /** Each store has the receiver hear of its new orders, at a path of its own. */
    static List<Hook> open(Server server, Receiver receiver, List<Shops.Shop> shops) throws IOException {
        var hooks = new ArrayList<Hook>();
        try (var wire = new Wire(server.port())) {
            for (var shop : shops) {
                hooks.add(open(wire, receiver, shop, "/heard/" + shop.id()));
            }
        }
        return List.copyOf(hooks);
    }

    static Hook open(Wire wire, Receiver receiver, Shops.Shop shop, String path) throws IOException {
        var opened = open(wire, shop, receiver.url(path));
        receiver.secret(path, Shops.text(opened, "secret"));
        return hook(shop, opened);
    }

    static Hook hook(Shops.Shop shop, String opened) throws IOException {
        return new Hook(shop, Shops.text(opened.substring(opened.indexOf("\"data\":")), "id"));
    }

    static String open(Wire wire, Shops.Shop shop, String url) throws IOException {
        return Shops.ask(
                wire, Shops.post(shop, "/webhooks", "{\"url\":\"" + url + "\",\"events\":[\"order.created\"]}"));
    }

    /** What is told to one that is off waits for it. */
    static void turn(Server server, List<Hook> hooks, boolean on) throws IOException {
        try (var wire = new Wire(server.port())) {
            for (var hook : hooks) {
                Shops.ask(wire, Shops.request("PUT", hook.shop(), "/webhooks/" + hook.id(), "", "{\"isEnabled\":" + on + "}"));
            }
        }
    }

    /** With whatever waits for them. */
    static void close(Server server, List<Hook> hooks) throws IOException {
        try (var wire = new Wire(server.port())) {
            for (var hook : hooks) {
                Shops.ask(wire, Shops.request("DELETE", hook.shop(), "/webhooks/" + hook.id(), "", ""));
            }
        }
    }
}
