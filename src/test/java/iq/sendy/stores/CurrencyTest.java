package iq.sendy.stores;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A store's currency stays while an amount of money is stored: the same number would be another amount. */
@Scenario
public class CurrencyTest {

    @Autowired
    Api api;

    Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        well(post("/settings", "{\"currencyCode\": \"IQD\"}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /catalog/products | {"sku": "A", "name": "a", "price": 25000}
            /catalog/products | {"sku": "A", "name": "a", "compareAtPrice": 1}
            /catalog/products | {"sku": "A", "name": "a", "cost": 1}
            /discounts/codes  | {"code": "EID", "discountType": "fixed_amount", "discountValue": 1000}
            /discounts/codes  | {"code": "EID", "discountType": "percentage", "discountValue": 5, "minOrderValue": 9}
            /discounts/rules  | {"name": "r", "discountType": "fixed_amount", "discountValue": 1000}
            /shipping/rules   | {"name": "r", "ruleType": "FlatRate", "cost": 5000}
            /shipping/rules   | {"name": "r", "ruleType": "FreeShipping", "minOrderValue": 50000}
            """)
    void it_stays_while_an_amount_is_stored(String path, String body) {
        well(post(path, body));

        assertThat(changes().faults()).containsExactly("currencyCode settings.currency_locked");
    }

    @Test
    void it_stays_while_a_fee_is_stored_or_a_price_is_archived() {
        well(shop.owner().put(Api.STAFF + "/settings", "{\"defaultDeliveryFee\": 5000}"));
        assertThat(changes().faults()).containsExactly("currencyCode settings.currency_locked");
        well(shop.owner().put(Api.STAFF + "/settings", "{\"defaultDeliveryFee\": null}"));

        var product = well(post("/catalog/products", "{\"sku\": \"A\", \"name\": \"a\", \"price\": 25000}"));
        well(shop.owner().delete(Api.STAFF + "/catalog/products/" + product.data("id")));
        assertThat(changes().faults()).containsExactly("currencyCode settings.currency_locked");
    }

    @Test
    void what_is_no_amount_of_money_does_not_hold_it() {
        well(post("/catalog/products", "{\"sku\": \"A\", \"name\": \"a\", \"initialQuantity\": 9}"));
        well(post("/discounts/codes", "{\"code\": \"EID\", \"discountType\": \"percentage\", \"discountValue\": 5}"));
        well(post("/shipping/rules", "{\"name\": \"r\", \"ruleType\": \"FreeShipping\"}"));

        assertThat(well(changes()).data("currencyCode")).isEqualTo("USD");
    }

    @Test
    void of_a_price_and_a_change_at_once_no_price_is_read_in_the_wrong_currency() {
        for (var round = 0; round < 20; round++) {
            open();
            var answers = Shop.atOnce(
                    2,
                    i -> i == 0
                            ? post("/catalog/products", "{\"sku\": \"A\", \"name\": \"a\", \"price\": 25000}")
                            : changes());
            assertThat(answers.getFirst().status() + " " + answers.getLast().status())
                    .as("who read the old currency too late is told to come again")
                    .isIn("200 409", "503 200", "200 200");
            var shown = shop.owner().get(Api.STAFF + "/catalog/products?sku=A");
            if (answers.getFirst().status() == 200) {
                assertThat(new BigDecimal(shown.data("items.0.price"))).isEqualByComparingTo("25000");
            }
        }
    }

    private Api.Reply changes() {
        return shop.owner().put(Api.STAFF + "/settings", "{\"currencyCode\": \"USD\"}");
    }

    private Api.Reply post(String path, String body) {
        return shop.owner().post(Api.STAFF + path, body);
    }
}
