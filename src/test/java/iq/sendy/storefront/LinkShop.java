package iq.sendy.storefront;

import static iq.sendy.Goods.well;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.orders.Checkout;
import iq.sendy.orders.DeliveryMode;
import iq.sendy.orders.DeliveryTerms;
import iq.sendy.orders.FulfillmentType;
import iq.sendy.orders.OrderSource;
import iq.sendy.orders.OrderedGoods;
import iq.sendy.orders.Orders;
import iq.sendy.orders.PaymentMethod;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.Recipient;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** The words for links: a store whose shop on the web is open, what it makes, and who follows it. */
final class LinkShop {

    static final String LINKS = Api.STAFF + "/storefront/links";

    private final Shop shop;
    private final String slug;

    private LinkShop(Shop shop, String slug) {
        this.shop = shop;
        this.slug = slug;
    }

    /** A store whose shop visitors find. */
    static LinkShop opens(Api api) {
        var shop = Shop.opens(api);
        var slug = well(shop.owner().post(Api.STAFF + "/storefront/publish")).data("slug");
        return new LinkShop(shop, slug);
    }

    /** Shuts the door. */
    void closes() {
        well(shop.owner().delete(Api.STAFF + "/storefront/publish"));
    }

    /** Proves a domain to be its own, by which it is found from then on. */
    void movesTo(String domain, Backstage backstage) {
        well(shop.owner().put(Api.STAFF + "/storefront", Api.object().put("customDomain", domain)));
        backstage.jdbc().sql("""
                        insert into storefront.domain (domain, store_id, token, verified_at)
                        select custom_domain, store_id, domain_token, now() from storefront.storefront
                        where store_id = :store
                        """).param("store", store().value()).update();
    }

    /** The head of the answer to a browser that came by another host. */
    static String headAt(String host, String base, String path) {
        var server = URI.create(base);
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            var request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Shop shop() {
        return shop;
    }

    StoreId store() {
        return new StoreId(UUID.fromString(shop.storeId()));
    }

    String home() {
        return "/s/" + slug;
    }

    Goods goods() {
        return Goods.of(shop);
    }

    Api.Reply makes(Object body) {
        return shop.owner().post(LINKS, body);
    }

    /** A link to the shop. */
    Api.Reply makesOne() {
        return well(makes(Api.object().put("label", "ستوري الخميس")));
    }

    /** A link to a product. */
    Api.Reply makesOneOf(String sku) {
        return well(makes(Api.object().put("label", "منشور").put("sku", sku)));
    }

    /** Members of a link as it is listed. */
    String listed(String id, String... members) {
        var items = well(shop.owner().get(LINKS)).data().get("items");
        return items.valueStream()
                .filter(item -> item.get("id").stringValue().equals(id))
                .map(item -> List.of(members).stream()
                        .map(member -> item.get(member).asString())
                        .reduce((one, other) -> one + " " + other)
                        .orElse(""))
                .findFirst()
                .orElse("not listed");
    }

    /** Places an order that carries a campaign, as checkout does. */
    String ordersBy(Orders orders, String campaign) {
        return ordersBy(
                orders,
                campaign,
                new OrderedGoods(List.of(), 25_000L, null, null),
                new DeliveryTerms(FulfillmentType.FROM_TO, DeliveryMode.PICKUP, 0L));
    }

    /** As {@link #ordersBy(Orders, String)}, of these goods. */
    String ordersBy(Orders orders, String campaign, OrderedGoods goods, DeliveryTerms terms) {
        var command = new PlaceOrder(
                OrderSource.STOREFRONT,
                new Recipient(
                        "زينب علي", new Phone("9647701234567"), "الكرادة", "BG", UUID.fromString(Shop.KARRADA), null),
                goods,
                terms,
                new PlaceOrder.Tender(PaymentMethod.CASH_ON_DELIVERY, null),
                null,
                null,
                Currency.IQD,
                Checkout.NONE,
                campaign);
        var placed = CurrentTenant.in(store(), () -> orders.place(store(), Actor.SYSTEM, command));
        return ((PlaceOrder.Result.Placed) placed).order().id().toString();
    }
}
