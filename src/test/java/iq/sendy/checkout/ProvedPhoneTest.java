package iq.sendy.checkout;

import static iq.sendy.Goods.well;
import static iq.sendy.checkout.OpenShop.checkout;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.buyers.CodePurpose;
import iq.sendy.buyers.OneTimeCodes;
import iq.sendy.buyers.SendCode;
import iq.sendy.buyers.TakenCodes;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Dear orders, of which a shop wants the phone proved. */
@Scenario
class ProvedPhoneTest {

    private static final String NETWORK = "10.9.8.7";

    @Autowired
    Api api;

    @Autowired
    OneTimeCodes codes;

    @Autowired
    TakenCodes taken;

    private OpenShop shop;

    @BeforeEach
    void open() {
        shop = OpenShop.opens(api).sells("ROSE", 10_000, 10_000);
    }

    @Test
    void a_dear_order_wants_its_phone_proved() {
        shop.decides(Api.object().put("otpAbove", 50_000));
        well(shop.shop().owner().put(Api.STAFF + "/settings", Api.object().put("defaultDeliveryFee", 10_000)));
        var dear = checkout("ROSE", 5);
        var phone = dear.get("customerPhone").stringValue();
        assertThat(shop.orders(checkout("ROSE", 4)).status())
                .as("below it, for all that its way costs")
                .isEqualTo(200);

        assertThat(shop.orders(dear).faults()).containsExactly("otpCode otp.required");
        assertThat(shop.orders(dear).status()).isEqualTo(400);
        var store = new StoreId(UUID.fromString(shop.shop().storeId()));
        in(shop, () -> codes.send(store, new SendCode(Phone.parse(phone).orElseThrow(), CodePurpose.ORDER, NETWORK)));
        assertThat(shop.orders(dear.put("otpCode", taken.other(phone))).faults())
                .containsExactly("otpCode otp.wrong");
        assertThat(shop.orders(checkout("ROSE", 6).put("otpCode", taken.latest(phone)))
                        .faults())
                .as("another's code")
                .containsExactly("otpCode otp.wrong");
        var right = dear.put("otpCode", taken.latest(phone));
        var answers = Shop.atOnce(10, _ -> well(shop.orders(right)));
        assertThat(answers)
                .extracting(answer -> answer.data("id"))
                .containsOnly(answers.getFirst().data("id"));
        var more = checkout("ROSE", 9).put("customerPhone", phone).put("otpCode", taken.latest(phone));
        assertThat(shop.orders(more).faults()).as("used up").containsExactly("otpCode otp.wrong");
        assertThat(shop.count()).isEqualTo(2);
    }

    @Test
    void a_code_goes_with_an_order_that_is_placed_and_stays_with_one_that_is_refused() {
        shop.sells("VASE", 60_000, 1).decides(Api.object().put("otpAbove", 50_000));
        var dear = checkout("VASE", 2);
        var phone = dear.get("customerPhone").stringValue();
        var store = new StoreId(UUID.fromString(shop.shop().storeId()));
        in(shop, () -> codes.send(store, new SendCode(Phone.parse(phone).orElseThrow(), CodePurpose.ORDER, NETWORK)));
        assertThat(shop.orders(dear.put("otpCode", taken.latest(phone))).faults())
                .containsExactly("items[0].quantity stock.insufficient");

        ((ObjectNode) dear.get("items").get(0)).put("quantity", 1);

        assertThat(shop.orders(dear).status()).isEqualTo(200);
    }

    @Test
    void where_no_code_can_come_a_dear_order_is_taken_and_called() {
        shop.decides(Api.object().put("otpAbove", 50_000));
        taken.cutOff(new StoreId(UUID.fromString(shop.shop().storeId())));

        var placed = well(shop.orders(checkout("ROSE", 5)));

        assertThat(placed.data("requireOrderConfirmation")).isEqualTo("true");
        var stored = well(shop.shop().key().get(Api.KEYS + "/orders/" + placed.data("id")));
        assertThat(stored.data("holdReason")).isEqualTo("UnprovedPhone");
        assertThat(shop.shop().moves(placed.data("id"), "InTransit").status()).isEqualTo(409);
    }

    private static <T> T in(OpenShop at, ScopedValue.CallableOp<T, RuntimeException> work) {
        return CurrentTenant.in(new StoreId(UUID.fromString(at.shop().storeId())), work);
    }
}
