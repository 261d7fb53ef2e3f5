package iq.sendy.analytics;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Invariants;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World;
import iq.sendy.geography.Geography;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The money of the figures: its parts come to the whole, and the whole is what was taken and spent. */
@Scenario
class FigureMoneyTest {

    @Autowired
    Api api;

    @Autowired
    Geography geography;

    @Autowired
    MovableClock clock;

    @Autowired
    World.Backstage backstage;

    private Shop shop;
    private Api key;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        key = api.withKey(shop.mints("analytics:read", "finance:read", "finance:write"));
    }

    @AfterEach
    void nothingDrifts() {
        Invariants.hold(backstage.jdbc(), UUID.fromString(shop.storeId()));
    }

    @Test
    void governorates_carry_what_was_spent_before_anything_is_delivered() {
        shop.placesOne();
        shop.placesOne();
        var basra = geography.areas(geography.province("BA").orElseThrow()).getFirst();
        well(shop.places(Shop.order()
                .put("addressProvinceCode", "BA")
                .put("addressAreaId", basra.id().toString())));
        spends(3_575);

        assertThat(figures("/summary").get("profit").longValue()).isEqualTo(-3_575);
        assertThat(figures("/products").get("byProvince"))
                .extracting(each -> each.get("provinceCode").stringValue() + " " + each.get("profit"))
                .as("two orders carry two thirds")
                .containsExactly("BG -2383", "BA -1192");
    }

    private void spends(long amount) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Baghdad"));
        well(key.post(
                Api.KEYS + "/expenses",
                Api.object()
                        .put("name", "إيجار")
                        .put("amount", amount)
                        .put("expenseType", "Fixed")
                        .put("category", "إيجار")
                        .put("expenseDate", today.toString())));
    }

    private JsonNode figures(String which) {
        return well(key.get(Api.KEYS + "/analytics" + which)).data();
    }
}
