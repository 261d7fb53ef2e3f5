package iq.sendy.storefront;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.storefront.model.TemplateTexts;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Templates: what a shop begins with, and that nobody's own words are lost. */
@Scenario
class StorefrontTemplatesTest {

    private static final String STOREFRONT = Api.KEYS + "/storefront";
    private static final String TEMPLATES = STOREFRONT + "/templates";

    @Autowired
    Api api;

    private Shop shop;
    private Api key;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        key = api.withKey(shop.mints("storefront:read", "storefront:write"));
    }

    private Api.Reply applies(String template) {
        return well(key.post(TEMPLATES + "/" + template + "/apply"));
    }

    @Test
    void there_is_one_for_each_niche_in_the_stores_language() {
        var listed = well(key.get(TEMPLATES));

        assertThat(listed.data("totalCount")).isEqualTo("8");
        assertThat(listed.data()
                        .get("items")
                        .valueStream()
                        .map(each -> each.get("theme").stringValue()))
                .containsExactly("flowers", "fashion", "beauty", "electronics", "food", "gifts", "home", "kids");
        assertThat(listed.data("items.0.name")).isEqualTo("ورد");
        assertThat(listed.data().get("items").get(0).propertyNames())
                .containsExactly("id", "niche", "name", "theme", "description", "faqs", "policies");

        well(shop.owner().post(Api.STAFF + "/settings", "{\"currencyCode\": \"IQD\", \"language\": \"en\"}"));
        assertThat(key.get(TEMPLATES).data("items.0.name")).isEqualTo("Flowers");
        var page = well(key.get(TEMPLATES + "?per_page=3&page=3"));
        assertThat(page.data().get("items").size()).isEqualTo(2);
        var first = well(key.get(TEMPLATES + "?per_page=5"));
        var rest = well(key.get(TEMPLATES + "?per_page=5&cursor=" + first.data("nextCursor")));
        assertThat(rest.data("items.0.id")).isEqualTo("gifts");
        assertThat(rest.data("nextCursor")).isEqualTo("null");
    }

    @Test
    void a_template_dresses_an_empty_shop() {
        var applied = applies("flowers");

        assertThat(applied.data("theme")).isEqualTo("flowers");
        assertThat(applied.data("niche")).isEqualTo("flowers");
        assertThat(applied.data("description")).contains("ورد");
        assertThat(applied.data().get("faqs").size()).isEqualTo(4);
        assertThat(applied.data("policies.returns")).contains("الورد");
        assertThat(applied.data("policies.shipping")).isNotEqualTo("null");
        assertThat(applied.data("deliveryPromise"))
                .as("only the shop can promise")
                .isEqualTo("null");
        assertThat(key.get(STOREFRONT).data()).isEqualTo(applied.data());

        var log = shop.owner().get(Api.STAFF + "/audit-log?resourceType=storefront");
        assertThat(log.data("items.0.action")).isEqualTo("storefront.template_applied");
        assertThat(log.data("items.0.after.theme")).isEqualTo("flowers");
        assertThat(log.data("items.0.before.theme")).isEqualTo("fashion");
        assertThat(log.data("items.0.after").contains("deliveryPromise")).isFalse();
    }

    @Test
    void what_the_store_has_written_itself_stays_and_what_a_template_wrote_gives_way() {
        applies("flowers");
        well(key.put(
                STOREFRONT, "{\"description\": \"ورد من حديقتنا\", \"policies\": {\"privacy\": \"لا نشارك شيئًا\"}}"));
        well(shop.owner().post(Api.STAFF + "/settings", "{\"currencyCode\": \"IQD\", \"language\": \"ckb\"}"));

        var applied = applies("gifts");
        var kurdish = new TemplateTexts().in("ckb").get(5);
        assertThat(applied.data("theme")).isEqualTo("gifts");
        assertThat(applied.data("niche")).isEqualTo("gifts");
        assertThat(applied.data("description")).isEqualTo("ورد من حديقتنا");
        assertThat(applied.data("policies.privacy")).isEqualTo("لا نشارك شيئًا");
        assertThat(applied.data("policies.returns"))
                .isEqualTo(kurdish.policies().returns());
        assertThat(applied.data("faqs.0.question"))
                .isEqualTo(kurdish.faqs().getFirst().question());

        well(key.put(STOREFRONT, "{\"niche\": \"ورد نادر\", \"faqs\": [{\"question\": \"س\", \"answer\": \"ج\"}]}"));
        var again = applies("kids");
        assertThat(again.data("niche")).isEqualTo("ورد نادر");
        assertThat(again.data("faqs.0.question")).isEqualTo("س");
        assertThat(again.data("theme")).isEqualTo("kids");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "Flowers", "0195b1c2-7a3e-7c41-9d52-3f0a6b8e1d27", "%D9%88%D8%B1%D8%AF"})
    void an_unknown_template_is_not_found(String id) {
        var refused = key.post(TEMPLATES + "/" + id + "/apply");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(refused.faults()).containsExactly("resource.not_found");
    }

    @Test
    void the_words_of_no_template_are_missing_in_any_language() {
        var texts = new TemplateTexts();
        for (var language : List.of("ar", "ckb", "en")) {
            assertThat(texts.in(language)).hasSize(8).allSatisfy(template -> {
                assertThat(template.name()).isNotBlank();
                assertThat(template.description()).isNotBlank();
                assertThat(template.faqs()).hasSize(4);
            });
        }
        assertThat(texts.in("ar").getFirst().description())
                .isNotEqualTo(texts.in("ckb").getFirst().description());
    }
}
