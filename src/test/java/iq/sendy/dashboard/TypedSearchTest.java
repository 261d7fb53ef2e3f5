package iq.sendy.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is typed above the lists of the dashboard, whatever it is. */
@Scenario
class TypedSearchTest {

    @Autowired
    Api api;

    @Test
    void no_list_fails_for_what_it_is_asked_to_look_for() {
        var owner = Visitor.of(api, Goods.opens(api).shop());
        for (var path : new String[] {
            "/app/orders?tab=all",
            "/app/customers?all",
            "/app/returns?tab=all",
            "/app/products?shown=all",
            "/app/products/categories?all",
            "/app/stock?tab=all",
            "/app/stock/warehouses?all",
            "/app/receiving?tab=all",
            "/app/suppliers?all",
            "/app/inbox?tab=all",
            "/app/cashier/pinned?all",
            "/app/cashier/sessions?all",
            "/app/analytics?group=day",
            "/app/agent?page=1",
            "/app/billing?all",
            "/app/expenses?all",
            "/app/discounts?all",
            "/app/discounts/rules?all",
            "/app/shipping?all",
            "/app/links?all"
        }) {
            for (var odd : new String[] {"%00", "a%00b", "%25", "%5C", "%27", "%F0%9F%8C%B9", "x".repeat(3_000)}) {
                var asked = path + "&q=" + odd + "&area=" + odd + "&category=" + odd + "&from=" + odd + "&to=" + odd
                        + "&source=" + odd + "&page=" + odd + "&cursor=" + odd + "&after=" + odd + "&state=" + odd
                        + "&channel=" + odd + "&back=" + odd + "&said=" + odd + "&range=" + odd + "&shown=" + odd;
                assertThat(owner.opens(asked).status()).as(asked).isIn(200, 303, 400, 404);
            }
        }
    }

    @Test
    void a_zero_byte_is_looked_for_nowhere() {
        assertThat(TypedSearch.of("ro\0se")).isEqualTo("rose");
        assertThat(TypedSearch.of(null)).isEmpty();
        assertThat(TypedSearch.of("x".repeat(10_000))).isEmpty();
    }
}
