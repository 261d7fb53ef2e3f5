package iq.sendy.simulator;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Waiting;
import iq.sendy.World.Backstage;
import iq.sendy.meta.ChannelType;
import iq.sendy.simulator.SimulatedPhones.PhoneDeed;
import java.util.EnumSet;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** An order in a chat from a simulated phone to the shop's list of orders: the agent quotes, a tap orders. */
@Scenario
class ChatOrderTest {

    @Autowired
    Api api;

    @Autowired
    SimulatedAccounts accounts;

    @Autowired
    Backstage backstage;

    @Autowired
    SimulatedPhones phones;

    @Autowired
    GraphFaults faults;

    @BeforeEach
    void nothing_is_wrong() {
        for (var type : ChannelType.values()) {
            faults.take(type, EnumSet.allOf(GraphFault.class));
        }
    }

    @ParameterizedTest
    @EnumSource(ChannelType.class)
    void a_customer_asks_is_quoted_taps_twice_and_has_one_order_with_its_link(ChannelType type) {
        var shop = SimulatedShop.withAgent(api, accounts, backstage, type);
        var goods = Goods.of(shop.shop());
        well(shop.owner()
                .post(
                        Api.STAFF + "/settings",
                        Api.object().put("currencyCode", "IQD").put("defaultDeliveryFee", 5_000)));
        well(goods.saves(Goods.product("WATCH")
                .put("name", "ساعة كلاسيك")
                .put("price", 45_000)
                .put("initialQuantity", 3)));
        well(shop.owner().post(Api.STAFF + "/storefront/publish"));
        var customer = SimulatedCustomer.ALI;

        act(type, customer, new PhoneDeed.Write("أريد اطلب 2 ساعة كلاسيك", null));
        said(type, customer, "45,000");
        act(type, customer, new PhoneDeed.Write("علي حسن، بغداد، الكرادة، قرب جامع الزوية", null));
        if (type == ChannelType.INSTAGRAM) {
            Waiting.until(() -> last(type, customer), line -> line.fromShop());
            act(type, customer, new PhoneDeed.Write("0770 333 4455", null));
        }
        var card = Waiting.until(
                () -> last(type, customer),
                line -> line.fromShop() && !line.content().buttons().isEmpty());
        assertThat(card.content().text()).contains("95,000").contains("علي حسن");
        assertThat(goods.listed("/catalog/products?q=WATCH", "quantityAvailable"))
                .containsExactly("1");
        assertThat(orders(shop)).isEmpty();

        act(
                type,
                customer,
                new PhoneDeed.Press(
                        card.id(), card.content().buttons().getFirst().id()));
        act(
                type,
                customer,
                new PhoneDeed.Press(
                        card.id(), card.content().buttons().getFirst().id()));

        var receipt = Waiting.until(
                () -> last(type, customer),
                line -> line.fromShop()
                        && Objects.requireNonNull(line.content().text()).contains("/orders/SN-"));
        assertThat(receipt.content().text()).contains("95,000");
        var orders = orders(shop);
        assertThat(orders).hasSize(1);
        assertThat(orders.get(0).get("source").stringValue()).isEqualTo("Social");
        assertThat(orders.get(0).get("total").intValue()).isEqualTo(95_000);
        assertThat(receipt.content().text())
                .contains(orders.get(0).get("publicId").stringValue());
        assertThat(goods.listed("/catalog/products?q=WATCH", "quantityAvailable"))
                .containsExactly("1");
    }

    private static JsonNode orders(SimulatedShop shop) {
        return well(shop.shop().key().get(Api.KEYS + "/orders")).data().get("items");
    }

    private void said(ChannelType type, SimulatedCustomer customer, String part) {
        Waiting.until(
                () -> last(type, customer),
                line -> line.fromShop()
                        && Objects.requireNonNullElse(line.content().text(), "").contains(part));
    }

    private void act(ChannelType type, SimulatedCustomer customer, PhoneDeed deed) {
        phones.act(type, customer, deed);
    }

    private ChatLine last(ChannelType type, SimulatedCustomer customer) {
        return Objects.requireNonNull(phones.open(type, customer).last());
    }
}
