package iq.sendy.storefront;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How a shop on the web is set up, over HTTP: every field, every limit, and what is logged of it. */
@Scenario
public class StorefrontsTest {

    private static final String STOREFRONT = Api.KEYS + "/storefront";

    @Autowired
    Api api;

    private Shop shop;
    private Api key;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        key = api.withKey(shop.mints("storefront:read", "storefront:write"));
    }

    private Api.Reply puts(String body) {
        return key.put(STOREFRONT, body);
    }

    @Test
    void a_store_that_has_set_up_nothing_has_a_closed_storefront() {
        var found = well(key.get(STOREFRONT));

        assertThat(found.data().propertyNames())
                .containsExactly(
                        "description",
                        "coverImageUrl",
                        "niche",
                        "bannerImageUrl",
                        "contactEmail",
                        "contactPhone",
                        "socialLinks",
                        "seo",
                        "faqs",
                        "policies",
                        "deliveryPromise",
                        "otpAbove",
                        "customDomain",
                        "domainProof",
                        "slug",
                        "publicUrl",
                        "pageUrl",
                        "isPublished",
                        "theme");
        assertThat(found.data("isPublished")).isEqualTo("false");
        assertThat(found.data("publicUrl")).endsWith("/api/v1/public/storefronts/" + found.data("slug"));
        assertThat(found.data("pageUrl")).endsWith("/s/" + found.data("slug"));
        assertThat(found.data("socialLinks")).isEqualTo("{}");
        assertThat(found.data("domainProof")).isEqualTo("null");
        assertThat(found.data("seo.title")).isEqualTo("null");
    }

    @Test
    void all_of_it_is_answered_as_it_was_sent_at_both_doors() {
        var sent = well(puts("""
                {"description": " ورد\\n<b>طبيعي</b> ", "coverImageUrl": "https://example.com/c.jpg", "niche": "flowers",
                 "bannerImageUrl": "https://example.com/b.jpg?x=1", "contactEmail": "shop@example.iq",
                 "contactPhone": "٠٧٧٠ ١٢٣ ٤٥٦٧",
                 "socialLinks": {"Instagram": "@flora.baghdad", "whatsapp": "07701234567", "tiktok": "flora",
                                 "blog": "https://blog.example/flora", "facebook": null, "x": " "},
                 "seo": {"title": "فلورا", "description": "ورد", "keywords": "ورد, هدايا", "imageUrl": "https://example.com/o.png"},
                 "faqs": [{"question": "متى؟", "answer": "اليوم"}, {"question": "كيف؟", "answer": "نقدًا"}],
                 "policies": {"returns": "ثلاثة أيام", "shipping": "بغداد", "privacy": "لا نبيع أرقامكم"},
                 "deliveryPromise": "بغداد خلال ٢٤ ساعة", "otpAbove": "١٠٠٠٠٠", "customDomain": "Shop.Flora.Example",
                 "slug": "ignored", "isPublished": true, "theme": "kids", "whatever": 1}
                """));

        for (var door : List.of(key.get(STOREFRONT), shop.owner().get(Api.STAFF + "/storefront"), sent)) {
            assertThat(door.data("description")).isEqualTo("ورد\n<b>طبيعي</b>");
            assertThat(door.data("contactPhone")).isEqualTo("9647701234567");
            assertThat(door.data("socialLinks.instagram")).isEqualTo("https://www.instagram.com/flora.baghdad");
            assertThat(door.data("socialLinks.whatsapp")).isEqualTo("https://wa.me/9647701234567");
            assertThat(door.data("socialLinks.tiktok")).isEqualTo("https://www.tiktok.com/@flora");
            assertThat(door.data("socialLinks.blog")).isEqualTo("https://blog.example/flora");
            assertThat(door.data().get("socialLinks").size()).isEqualTo(4);
            assertThat(door.data("seo.imageUrl")).isEqualTo("https://example.com/o.png");
            assertThat(door.data("faqs.1.answer")).isEqualTo("نقدًا");
            assertThat(door.data("policies.privacy")).isEqualTo("لا نبيع أرقامكم");
            assertThat(door.data("deliveryPromise")).isEqualTo("بغداد خلال ٢٤ ساعة");
            assertThat(door.data("otpAbove")).isEqualTo("100000");
            assertThat(door.data("customDomain")).isEqualTo("shop.flora.example");
            assertThat(door.data("domainProof.recordName")).isEqualTo("_sendy-verify.shop.flora.example");
            assertThat(door.data("domainProof.recordValue")).matches("sendy-verify=[0-9a-f]{32}");
            assertThat(door.data("domainProof.isVerified")).isEqualTo("false");
            assertThat(door.data("isPublished")).isEqualTo("false");
            assertThat(door.data("theme")).isEqualTo("fashion");
            assertThat(door.data("slug")).isNotEqualTo("ignored");
        }
    }

    @Test
    void a_field_left_out_keeps_its_value_and_null_clears_it() {
        well(puts("""
                {"description": "ورد", "otpAbove": 5000, "seo": {"title": "فلورا", "keywords": "ورد"},
                 "policies": {"returns": "ثلاثة أيام"}, "faqs": [{"question": "متى؟", "answer": "اليوم"}],
                 "socialLinks": {"instagram": "flora", "x": "flora"}, "customDomain": "a.example"}
                """));
        var token = key.get(STOREFRONT).data("domainProof.recordValue");
        well(puts("{}"));
        var changed = well(puts("""
                {"seo": {"description": "هدايا", "keywords": null}, "policies": {"shipping": "بغداد"},
                 "socialLinks": {"x": "other"}, "customDomain": "A.example"}
                """));

        assertThat(changed.data("description")).isEqualTo("ورد");
        assertThat(changed.data("otpAbove")).isEqualTo("5000");
        assertThat(changed.data("seo"))
                .isEqualTo("{\"title\":\"فلورا\",\"description\":\"هدايا\",\"keywords\":null,\"imageUrl\":null}");
        assertThat(changed.data("policies.returns")).isEqualTo("ثلاثة أيام");
        assertThat(changed.data("policies.shipping")).isEqualTo("بغداد");
        assertThat(changed.data("faqs.0.question")).isEqualTo("متى؟");
        assertThat(changed.data("socialLinks")).isEqualTo("{\"x\":\"https://x.com/other\"}");
        assertThat(changed.data("domainProof.recordValue"))
                .as("the same domain")
                .isEqualTo(token);
        assertThat(well(puts("{\"customDomain\": \"b.example\"}")).data("domainProof.recordValue"))
                .as("another domain")
                .isNotEqualTo(token);

        var cleared = well(puts("""
                {"description": null, "otpAbove": null, "seo": null, "policies": null, "faqs": null, "socialLinks": null,
                 "customDomain": null}
                """));
        assertThat(cleared.data("description")).isEqualTo("null");
        assertThat(cleared.data("otpAbove")).isEqualTo("null");
        assertThat(cleared.data("seo.title")).isEqualTo("null");
        assertThat(cleared.data("policies.returns")).isEqualTo("null");
        assertThat(cleared.data("faqs")).isEqualTo("[]");
        assertThat(cleared.data("socialLinks")).isEqualTo("{}");
        assertThat(cleared.data("customDomain")).isEqualTo("null");
        assertThat(cleared.data("domainProof")).isEqualTo("null");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"description": 7}                                             | description field.invalid
            {"coverImageUrl": "http://example.com/c.jpg"}                  | coverImageUrl field.invalid
            {"coverImageUrl": "javascript:alert(1)"}                       | coverImageUrl field.invalid
            {"bannerImageUrl": "https://a\\"onerror=x"}                    | bannerImageUrl field.invalid
            {"seo": {"imageUrl": "data:image/svg+xml,x"}}                  | seo.imageUrl field.invalid
            {"seo": {"title": 5}}                                          | seo.title field.invalid
            {"seo": "x"}                                                   | seo field.invalid
            {"seo": [1]}                                                   | seo field.invalid
            {"contactEmail": "shop"}                                       | contactEmail field.invalid
            {"contactEmail": "a b@example.com"}                            | contactEmail field.invalid
            {"contactEmail": "a@b"}                                        | contactEmail field.invalid
            {"contactEmail": "a@b@c.example"}                              | contactEmail field.invalid
            {"contactPhone": "12345"}                                      | contactPhone phone.invalid
            {"contactPhone": {"a": 1}}                                     | contactPhone field.invalid
            {"socialLinks": "instagram"}                                   | socialLinks field.invalid
            {"socialLinks": ["https://x.example"]}                         | socialLinks field.invalid
            {"socialLinks": {"instagram": 5}}                              | socialLinks.instagram field.invalid
            {"socialLinks": {"instagram": "javascript:alert(1)"}}          | socialLinks.instagram field.invalid
            {"socialLinks": {"whatsapp": "@flora"}}                        | socialLinks.whatsapp field.invalid
            {"socialLinks": {"elsewhere": "flora"}}                        | socialLinks.elsewhere field.invalid
            {"socialLinks": {"<b>": "https://x.example"}}                  | socialLinks field.invalid
            {"faqs": {}}                                                   | faqs field.invalid
            {"faqs": [{"question": "x"}]}                                  | faqs[0].answer field.required
            {"faqs": [{"answer": "x", "question": " "}]}                   | faqs[0].question field.required
            {"faqs": [null]}                                               | faqs[0] field.required
            {"faqs": ["x"]}                                                | faqs[0] field.invalid
            {"policies": {"privacy": [1]}}                                 | policies.privacy field.invalid
            {"deliveryPromise": "one\\ntwo"}                               | deliveryPromise field.invalid
            {"otpAbove": -1}                                               | otpAbove field.out_of_range
            {"otpAbove": 1000000001}                                       | otpAbove field.out_of_range
            {"otpAbove": 0.5}                                              | otpAbove money.fraction
            {"otpAbove": true}                                             | otpAbove field.invalid
            {"customDomain": "localhost"}                                  | customDomain field.invalid
            {"customDomain": "flora"}                                      | customDomain field.invalid
            {"customDomain": "shop.local"}                                 | customDomain field.invalid
            {"customDomain": "127.0.0.1"}                                  | customDomain field.invalid
            {"customDomain": "https://shop.example"}                       | customDomain field.invalid
            {"customDomain": "shop.example/x"}                             | customDomain field.invalid
            {"customDomain": "shop.example:8080"}                          | customDomain field.invalid
            {"customDomain": "-shop.example"}                              | customDomain field.invalid
            """)
    void what_is_wrong_is_named(String body, String fault) {
        assertThat(puts(body).faults()).containsExactly(fault);
        assertThat(puts(body).status()).isEqualTo(400);
        assertThat(key.get(STOREFRONT).data("description")).isEqualTo("null");
    }

    @Test
    void what_is_too_long_or_too_many_is_named_all_at_once() {
        var body = Api.object()
                .put("description", "x".repeat(5_001))
                .put("coverImageUrl", "https://x.example/" + "x".repeat(2_048))
                .put("niche", "x".repeat(201))
                .put("contactEmail", "x".repeat(260) + "@x.example")
                .put("deliveryPromise", "x".repeat(201))
                .put("customDomain", "x.".repeat(125) + "example");
        body.putObject("seo").put("title", "x".repeat(201)).put("keywords", "x".repeat(501));
        body.putObject("policies").put("returns", "x".repeat(5_001));
        var links = body.putObject("socialLinks");
        var faqs = body.putArray("faqs");
        for (var i = 0; i < 31; i++) {
            links.put("n" + i, "https://x.example");
            faqs.addObject().put("question", "q").put("answer", "a");
        }

        assertThat(key.put(STOREFRONT, body).faults())
                .containsExactly(
                        "contactEmail field.too_long",
                        "coverImageUrl field.too_long",
                        "customDomain field.invalid",
                        "deliveryPromise field.too_long",
                        "description field.too_long",
                        "faqs field.out_of_range",
                        "niche field.too_long",
                        "policies.returns field.too_long",
                        "seo.keywords field.too_long",
                        "seo.title field.too_long",
                        "socialLinks field.out_of_range");
    }

    @Test
    void our_own_uploads_may_be_shown_and_those_who_may_not_change_it_are_refused() {
        var base = key.get(STOREFRONT).data("pageUrl").replaceAll("/s/.*", "");
        assertThat(well(puts("{\"coverImageUrl\": \"" + base + "/media/a/b.jpg\"}"))
                        .data("coverImageUrl"))
                .endsWith("/media/a/b.jpg");

        var reader = api.withKey(shop.mints("storefront:read"));
        assertThat(reader.put(STOREFRONT, "{}").faults()).containsExactly("scope.missing");
        assertThat(reader.post(STOREFRONT + "/publish").status()).isEqualTo(403);
        assertThat(reader.delete(STOREFRONT + "/publish").status()).isEqualTo(403);
        assertThat(reader.put(STOREFRONT + "/slug", "{\"slug\": \"x-y-z\"}").status())
                .isEqualTo(403);
        assertThat(reader.post(STOREFRONT + "/domain/verify").status()).isEqualTo(403);
        assertThat(reader.post(STOREFRONT + "/templates/flowers/apply").status())
                .isEqualTo(403);
        assertThat(api.get(STOREFRONT).status()).isEqualTo(401);
    }

    @Test
    void the_log_says_what_changed_and_nothing_of_what_stayed() {
        well(puts("{\"description\": \"ورد\", \"niche\": \"flowers\"}"));
        well(puts("{\"description\": \"هدايا\", \"niche\": \"flowers\"}"));
        well(puts("{\"description\": \"هدايا\"}"));

        var log = well(shop.owner().get(Api.STAFF + "/audit-log?resourceType=storefront"));
        assertThat(log.data("totalCount")).isEqualTo("2");
        assertThat(log.data("items.0.action")).isEqualTo("storefront.updated");
        assertThat(log.data("items.0.before")).isEqualTo("{\"description\":\"ورد\"}");
        assertThat(log.data("items.0.after")).isEqualTo("{\"description\":\"هدايا\"}");
    }

    @Test
    void changes_of_different_fields_at_once_are_all_kept() {
        var fields = List.of("description", "niche", "deliveryPromise");
        Shop.atOnce(3, i -> well(key.put(STOREFRONT, Api.object().put(fields.get(i), "x" + i))));

        var found = key.get(STOREFRONT);
        assertThat(found.data("description") + found.data("niche") + found.data("deliveryPromise"))
                .isEqualTo("x0x1x2");
    }

    @Test
    void the_currency_stays_while_there_is_a_value_to_prove_phones_from() {
        well(shop.owner().post(Api.STAFF + "/settings", "{\"currencyCode\": \"IQD\"}"));
        well(puts("{\"otpAbove\": 100000}"));
        var dollars = "{\"currencyCode\": \"USD\"}";

        assertThat(shop.owner().put(Api.STAFF + "/settings", dollars).faults())
                .containsExactly("currencyCode settings.currency_locked");
        well(puts("{\"otpAbove\": null}"));
        well(shop.owner().put(Api.STAFF + "/settings", dollars));
        assertThat(well(puts("{\"otpAbove\": 99.50}")).data("otpAbove")).isEqualTo("99.5");
    }
}
