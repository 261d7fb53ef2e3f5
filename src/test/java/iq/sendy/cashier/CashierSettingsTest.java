package iq.sendy.cashier;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What a shop decides for its counter: contract section 8. */
@Scenario
class CashierSettingsTest {

    private static final String SETTINGS = "/cashier/settings";

    @Autowired
    Api api;

    private Shop shop;
    private Api key;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        key = api.withKey(shop.mints("cashier:read", "cashier:write"));
    }

    private Api.Reply changes(ObjectNode body) {
        return key.put(Api.KEYS + SETTINGS, body);
    }

    @Test
    void a_shop_that_has_decided_nothing_has_the_defaults() {
        var found = well(key.get(Api.KEYS + SETTINGS));

        assertThat(found.data("requirePin")).isEqualTo("false");
        assertThat(found.data("openingCashDefault")).isEqualTo("0");
        assertThat(found.data().get("receiptFooterNote").isNull()).isTrue();
        assertThat(found.data("cashRounding")).isEqualTo("250");
    }

    @Test
    void a_field_left_out_keeps_its_value_and_null_brings_its_default_back() {
        var all = Api.object()
                .put("requirePin", true)
                .put("openingCashDefault", 50_000)
                .put("receiptFooterNote", "  الاستبدال خلال ثلاثة أيام ")
                .put("cashRounding", "٥٠٠");
        well(changes(all));
        var some = well(changes(Api.object().put("openingCashDefault", 75_000)));
        assertThat(some.data("requirePin")).isEqualTo("true");
        assertThat(some.data("openingCashDefault")).isEqualTo("75000");
        assertThat(some.data("receiptFooterNote")).isEqualTo("الاستبدال خلال ثلاثة أيام");
        assertThat(some.data("cashRounding")).isEqualTo("500");

        well(changes(Api.object().put("cashRounding", 0)));
        var cleared = well(changes(
                Api.object().putNull("requirePin").putNull("receiptFooterNote").putNull("openingCashDefault")));
        assertThat(cleared.data("requirePin")).isEqualTo("false");
        assertThat(cleared.data("openingCashDefault")).isEqualTo("0");
        assertThat(cleared.data().get("receiptFooterNote").isNull()).isTrue();
        assertThat(cleared.data("cashRounding")).isEqualTo("0");
        assertThat(well(changes(Api.object().putNull("cashRounding"))).data("cashRounding"))
                .isEqualTo("250");
        assertThat(shop.owner().get(Api.STAFF + SETTINGS).data("cashRounding")).isEqualTo("250");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_and_nothing_is_kept() {
        var wrong = Api.object()
                .put("requirePin", "yes")
                .put("openingCashDefault", -1)
                .put("receiptFooterNote", "ن".repeat(501))
                .put("cashRounding", 250.5);

        assertThat(changes(wrong).faults())
                .containsExactlyInAnyOrder(
                        "requirePin field.invalid",
                        "openingCashDefault field.out_of_range",
                        "receiptFooterNote field.too_long",
                        "cashRounding money.fraction");
        assertThat(changes(Api.object().put("cashRounding", 1_000_000_001)).faults())
                .containsExactly("cashRounding field.out_of_range");
        assertThat(key.get(Api.KEYS + SETTINGS).data("requirePin")).isEqualTo("false");
    }

    @Test
    void who_may_look_may_not_change_and_no_shop_sees_another() {
        var reader = api.withKey(shop.mints("cashier:read"));
        assertThat(reader.put(Api.KEYS + SETTINGS, Api.object().put("requirePin", true))
                        .faults())
                .containsExactly("scope.missing");
        assertThat(shop.key().get(Api.KEYS + SETTINGS).status()).isEqualTo(403);

        well(changes(Api.object().put("openingCashDefault", 9_000)));
        var other = api.withKey(Shop.opens(api).mints("cashier:read"));
        assertThat(other.get(Api.KEYS + SETTINGS).data("openingCashDefault")).isEqualTo("0");
    }

    @Test
    void of_many_changes_at_once_none_is_lost() {
        Shop.atOnce(
                8,
                i -> well(changes(
                        i % 2 == 0
                                ? Api.object().put("requirePin", true)
                                : Api.object().put("openingCashDefault", 12_000))));

        var found = well(key.get(Api.KEYS + SETTINGS));
        assertThat(found.data("requirePin")).isEqualTo("true");
        assertThat(found.data("openingCashDefault")).isEqualTo("12000");
    }

    @Test
    void an_amount_keeps_the_currency_and_a_change_is_in_the_audit_log() {
        well(changes(Api.object().put("openingCashDefault", 5_000)));

        var dollars = Api.object().put("currencyCode", "USD");
        assertThat(shop.owner().post(Api.STAFF + "/settings", dollars).faults())
                .containsExactly("currencyCode settings.currency_locked");
        var log = well(shop.owner().get(Api.STAFF + "/audit-log?resourceType=cashier_settings"));
        assertThat(log.data("totalCount")).isEqualTo("1");
        assertThat(log.data().at("/items/0/after/openingCashDefault").longValue())
                .isEqualTo(5_000);
    }
}
