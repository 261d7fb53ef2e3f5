package iq.sendy.dashboard;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Visitor;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The checklist of a new shop, and the settings of store, counter and parcels. */
@Scenario
class SettingsPageTest {

    private static final String SETTINGS = "/app/settings";
    private static final String STORE = SETTINGS + "/store";
    private static final String PACKAGES = SETTINGS + "/packages";

    @Autowired
    Api api;

    private Shop shop;
    private Visitor owner;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        owner = Visitor.of(api, shop);
    }

    @Test
    void the_checklist_counts_what_is_set_up_and_offers_the_rest() {
        assertThat(owner.opens(SETTINGS).text())
                .containsPattern("0 من \\d")
                .contains("href=\"" + STORE + "\"", "العملة وأجور التوصيل", ">اضبط<")
                .contains("href=\"/app/shipping\"", ">حدد الأجور<");
        assertThat(owner.opens("/app").text()).containsPattern("خطوات باقية لإعداد المتجر</span></a>.*>7<");

        well(shop.owner().post(Api.STAFF + "/settings", Api.object().put("currencyCode", "IQD")));
        well(shop.owner().put(Api.STAFF + "/cashier/settings", Api.object().put("requirePin", true)));
        well(shop.owner().post(Api.STAFF + "/package-sizes", Api.object().put("name", "Box")));

        assertThat(owner.opens(SETTINGS).text()).containsPattern("3 من \\d").contains(">تعديل<");
        assertThat(owner.opens("/app").text()).containsPattern("خطوات باقية لإعداد المتجر</span></a>.*>4<");
    }

    @Test
    void delivery_fees_are_set_by_the_one_for_all_or_by_a_rule() {
        well(shop.owner()
                .post(
                        Api.STAFF + "/settings",
                        Api.object().put("currencyCode", "IQD").put("defaultDeliveryFee", 5_000)));
        assertThat(owner.opens(SETTINGS).text()).containsPattern("2 من 7").doesNotContain(">حدد الأجور<");

        well(shop.owner().put(Api.STAFF + "/settings", Api.object().put("defaultDeliveryFee", 0)));
        assertThat(owner.opens(SETTINGS).text()).containsPattern("1 من 7").contains(">حدد الأجور<");

        var free = Api.object().put("name", "مجاني").put("ruleType", "FreeShipping");
        well(shop.owner().post(Api.STAFF + "/shipping/rules", free));
        assertThat(owner.opens(SETTINGS).text()).containsPattern("2 من 7").doesNotContain(">حدد الأجور<");

        var off = well(shop.owner().get(Api.STAFF + "/shipping/rules")).data("items.0.id");
        well(shop.owner().put(Api.STAFF + "/shipping/rules/" + off, Api.object().put("isActive", false)));
        assertThat(owner.opens(SETTINGS).text()).containsPattern("1 من 7").contains(">حدد الأجور<");
    }

    @Test
    void settings_are_made_by_the_first_save_and_changed_by_the_next() {
        var page = owner.opens(STORE);
        var form = new HashMap<>(Map.of(
                "_csrf", page.token(),
                "currencyCode", "IQD",
                "language", "ckb",
                "timezone", "Asia/Baghdad",
                "countryCode", "IQ",
                "defaultDeliveryFee", "5,000",
                "pickupAddress", "الكرادة",
                "requireOrderConfirmation", "true",
                "defaultWeightGrams", "500",
                "lowStockThreshold", "3"));
        assertThat(owner.sends(STORE, form).header("Location")).isEqualTo(STORE + "?said=settings.saved");
        form.put("pickupAddress", "");
        assertThat(owner.sends(STORE, form).status()).isEqualTo(303);

        var stored = well(shop.owner().get(Api.STAFF + "/settings"));
        assertThat(stored.data("defaultDeliveryFee")).isEqualTo("5000");
        assertThat(stored.data("language")).isEqualTo("ckb");
        assertThat(stored.data("requireOrderConfirmation")).isEqualTo("true");
        assertThat(owner.opens(STORE + "?said=settings.saved").text())
                .contains("حُفظ.", "value=\"5,000\"", "دينار عراقي (IQD)", "بغداد (\u2066GMT+3\u2069)")
                .doesNotContain("الكرادة");
    }

    @Test
    void a_wrong_field_comes_back_with_what_was_typed_and_stores_nothing() {
        var page = owner.opens(STORE);
        var faulty = owner.sends(
                STORE, Map.of("_csrf", page.token(), "defaultDeliveryFee", "1.5", "lowStockThreshold", "قليل"));

        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.text())
                .contains(
                        "href=\"#defaultDeliveryFee\"",
                        "href=\"#lowStockThreshold\"",
                        "value=\"1.5\"",
                        "value=\"قليل\"")
                .contains("<title>خطأ:");
        assertThat(shop.owner().get(Api.STAFF + "/settings").status()).isEqualTo(404);
    }

    @Test
    void the_currency_of_stored_amounts_stays() {
        shop.placesOne();
        var sent = owner.sends(STORE, Map.of("_csrf", owner.opens(STORE).token(), "currencyCode", "USD"));
        assertThat(sent.status()).isEqualTo(409);
        assertThat(sent.text()).contains("href=\"#currencyCode\"");
    }

    @Test
    void the_counter_has_settings_of_its_own() {
        var path = SETTINGS + "/cashier";
        var token = owner.opens(path).token();
        assertThat(owner.sends(path, Map.of("_csrf", token, "openingCashDefault", "-1"))
                        .status())
                .isEqualTo(400);
        var form = Map.of(
                "_csrf", token, "requirePin", "true", "openingCashDefault", "50,000", "receiptFooterNote", "شكراً");
        assertThat(owner.sends(path, form).status()).isEqualTo(303);
        assertThat(owner.opens(path).text()).contains("value=\"50,000\"", "شكراً", "checked");
    }

    @Test
    void a_package_size_is_added_changed_and_after_a_question_deleted() {
        var token = owner.opens(PACKAGES + "/new").token();
        var form = new HashMap<>(Map.of("_csrf", token, "name", "", "lengthCm", "30", "isDefault", "true"));
        assertThat(owner.sends(PACKAGES + "/new", form).text()).contains("href=\"#name\"", "value=\"30\"");

        form.put("name", "علبة <صغيرة>");
        assertThat(owner.sends(PACKAGES + "/new", form).status()).isEqualTo(303);
        var id = well(shop.owner().get(Api.STAFF + "/package-sizes")).data("items.0.id");
        assertThat(owner.opens(PACKAGES).text()).contains("علبة &lt;صغيرة&gt;", "أساسي", id);

        form.put("name", "علبة كبيرة");
        assertThat(owner.sends(PACKAGES + "/" + id, form).status()).isEqualTo(303);
        var delete = PACKAGES + "/" + id + "/delete";
        assertThat(owner.sends(delete, Map.of("_csrf", token)).text()).contains("حذف «\u2068علبة كبيرة\u2069»؟");
        assertThat(owner.opens(PACKAGES).text()).contains("علبة كبيرة");
        for (var tap = 0; tap < 2; tap++) {
            assertThat(owner.sends(delete, Map.of("_csrf", token, "sure", "1")).header("Location"))
                    .isEqualTo(PACKAGES + "?said=packages.deleted");
        }
        assertThat(owner.opens(PACKAGES).text()).contains("لا أحجام بعد");
        var stranger = Visitor.of(api, Shop.opens(api));
        assertThat(stranger.opens(PACKAGES + "/" + id).status()).isEqualTo(404);
    }

    @Test
    void who_may_only_look_finds_no_button_and_who_may_not_even_that_is_told_why() {
        var viewer = Staff.of(api, shop, "store.settings.view", "store.package_sizes.view");
        assertThat(viewer.opens(SETTINGS).text()).contains(STORE).doesNotContain("/settings/cashier");
        assertThat(viewer.opens(STORE).text()).contains("disabled").doesNotContain("class=\"main\"");
        assertThat(viewer.opens(PACKAGES).text()).doesNotContain("/packages/new");
        assertThat(viewer.opens(SETTINGS + "/cashier").status()).isEqualTo(403);
        assertThat(viewer.sends(STORE, Map.of("_csrf", viewer.opens(SETTINGS).token()))
                        .status())
                .isEqualTo(403);
    }
}
