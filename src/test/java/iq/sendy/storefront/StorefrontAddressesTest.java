package iq.sendy.storefront;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Goods;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.Trips;
import iq.sendy.World.Backstage;
import iq.sendy.fakes.FakeNameServer;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Where a shop is found, and when: publishing, its slug with the old ones, and a domain of its own that DNS proves. */
@Scenario
class StorefrontAddressesTest {

    private static final String STOREFRONT = Api.KEYS + "/storefront";
    private static final FakeNameServer DNS = FakeNameServer.shared();

    @Autowired
    Api api;

    @Autowired
    OpenStorefronts open;

    @Autowired
    Backstage backstage;

    @Autowired
    Trips trips;

    @Value("${local.management.port}")
    int management;

    private Shop shop;
    private Api key;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        key = keyOf(shop);
    }

    private Api keyOf(Shop one) {
        return api.withKey(one.mints("storefront:read", "storefront:write"));
    }

    private static StoreId id(Shop one) {
        return new StoreId(UUID.fromString(one.storeId()));
    }

    private Optional<StoreId> found(String address) {
        return open.lookUp(address);
    }

    private String slug() {
        return key.get(STOREFRONT).data("slug");
    }

    private static String fresh() {
        return "s" + UUID.randomUUID().toString().substring(0, 18);
    }

    private static String domain() {
        return fresh() + ".example";
    }

    private Api.Reply moves(String slug) {
        return key.put(STOREFRONT + "/slug", Api.object().put("slug", slug));
    }

    /** Names the domain and has the DNS say what proves it. */
    private static void claims(Api owner, String domain) {
        well(owner.put(STOREFRONT, Api.object().put("customDomain", domain)));
    }

    private static String proof(Api owner) {
        return owner.get(STOREFRONT).data("domainProof.recordValue");
    }

    @Test
    void an_address_that_many_ask_for_at_once_is_looked_up_once() {
        well(key.post(STOREFRONT + "/publish"));
        var slug = slug();

        var asked = trips.during(() -> assertThat(Shop.atOnce(20, _ -> api.get("/api/v1/public/storefronts/" + slug)))
                .allSatisfy(Goods::well));

        assertThat(asked.stream().filter(trip -> trip.contains("stores.slug as asked")))
                .hasSize(1);
    }

    @Test
    void a_shop_is_found_from_the_moment_it_is_published_until_it_is_taken_down() {
        var slug = slug();
        assertThat(found(slug)).isEmpty();

        var published = well(key.post(STOREFRONT + "/publish"));
        assertThat(published.data().propertyNames()).containsExactly("slug", "is_published", "publicUrl");
        assertThat(published.data("slug")).isEqualTo(slug);
        assertThat(published.data("is_published")).isEqualTo("true");
        assertThat(published.data("publicUrl")).endsWith("/api/v1/public/storefronts/" + slug);
        assertThat(found(slug)).contains(id(shop));
        assertThat(key.get(STOREFRONT).data("isPublished")).isEqualTo("true");
        well(key.post(STOREFRONT + "/publish"));

        for (var again = 0; again < 2; again++) {
            var closed = well(key.delete(STOREFRONT + "/publish"));
            assertThat(closed.data("is_published")).isEqualTo("false");
            assertThat(closed.data("slug")).isEqualTo(slug);
        }
        assertThat(found(slug)).isEmpty();
        assertThat(key.get(STOREFRONT).data("isPublished")).isEqualTo("false");
        assertThat(shop.owner()
                        .get(Api.STAFF + "/audit-log?resourceType=storefront")
                        .text())
                .containsOnlyOnce("storefront.published")
                .containsOnlyOnce("storefront.unpublished");
    }

    @Test
    void a_store_without_a_slug_publishes_nothing() {
        backstage
                .jdbc()
                .sql("update stores.slug set is_current = false where store_id = :store::uuid")
                .param("store", shop.storeId())
                .update();

        var refused = key.post(STOREFRONT + "/publish");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faults()).containsExactly("slug field.required");
    }

    @Test
    void a_suspended_store_is_as_if_it_were_not_there() {
        var slug = slug();
        well(key.post(STOREFRONT + "/publish"));
        assertThat(found(slug)).isPresent();

        backstage.anotherProcess(
                shop.storeId(), "update stores.store set suspended_at = now() where id = :store::uuid");
        // As another process hears of it: not at all, within a second.
        open.forget();

        assertThat(found(slug)).isEmpty();
        assertThat(CurrentTenant.in(id(shop), () -> open.of(id(shop)))).isEmpty();
    }

    @Test
    void an_old_slug_leads_on_and_may_come_back() {
        var old = slug();
        var next = fresh();
        well(key.post(STOREFRONT + "/publish"));

        var moved = well(moves(next.toUpperCase(Locale.ROOT)));
        assertThat(moved.data("slug")).isEqualTo(next);
        assertThat(moved.data("publicUrl")).endsWith("/" + next);
        assertThat(found(next)).contains(id(shop));
        assertThat(found(old)).contains(id(shop));
        var shown = CurrentTenant.in(id(shop), () -> open.of(id(shop))).orElseThrow();
        assertThat(shown.goesBy(next)).isTrue();
        assertThat(shown.goesBy(old)).isFalse();

        assertThat(well(moves(old)).data("slug")).isEqualTo(old);
        assertThat(well(moves(old)).data("slug")).as("the same again").isEqualTo(old);
        assertThat(found(next)).contains(id(shop));
        assertThat(shop.owner()
                        .get(Api.STAFF + "/audit-log?resourceType=store&action=store.updated")
                        .data("totalCount"))
                .isEqualTo("2");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {}                  | slug field.required
            {"slug": null}      | slug field.required
            {"slug": " "}       | slug field.required
            {"slug": 5}         | slug field.invalid
            {"slug": "ab"}      | slug slug.invalid
            {"slug": "-abc"}    | slug slug.invalid
            {"slug": "a_bc"}    | slug slug.invalid
            {"slug": "متجر"}    | slug slug.invalid
            {"slug": "a.example"} | slug slug.invalid
            {"slug": "Admin"}   | slug slug.reserved
            """)
    void a_slug_is_judged_as_when_registering(String body, String fault) {
        var refused = key.put(STOREFRONT + "/slug", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faults()).containsExactly(fault);
    }

    @Test
    void another_stores_slug_is_taken_old_or_not_and_of_many_who_want_one_only_one_gets_it() {
        var other = Shop.opens(api);
        var theirs = keyOf(other);
        var old = theirs.get(STOREFRONT).data("slug");
        well(theirs.put(STOREFRONT + "/slug", Api.object().put("slug", fresh())));
        assertThat(moves(old).status()).isEqualTo(409);
        assertThat(moves(old).faults()).containsExactly("slug slug.taken");

        var wanted = fresh();
        var answers = Shop.atOnce(
                8,
                i -> (i % 2 == 0 ? key : theirs)
                        .put(STOREFRONT + "/slug", Api.object().put("slug", wanted))
                        .status());
        assertThat(answers).containsOnly(200, 409);
        assertThat(slug().equals(wanted) ^ theirs.get(STOREFRONT).data("slug").equals(wanted))
                .isTrue();
    }

    @Test
    void a_store_does_not_hoard_slugs() {
        var first = slug();
        for (var i = 1; i < 20; i++) {
            well(moves(fresh()));
        }
        assertThat(moves(fresh()).faults()).containsExactly("slug slug.limit");
        assertThat(Shop.atOnce(4, _ -> moves(fresh()).status())).containsOnly(409);
        assertThat(well(moves(first)).data("slug")).isEqualTo(first);
    }

    @Test
    void a_domain_is_the_stores_once_its_dns_says_so() {
        var domain = domain();
        var record = "_sendy-verify." + domain;
        well(key.post(STOREFRONT + "/publish"));
        assertThat(key.post(STOREFRONT + "/domain/verify").faults())
                .as("without a domain")
                .containsExactly("customDomain domain.not_proven");
        claims(key, domain);
        DNS.writes(record, "v=spf1 -all", "sendy-verify=" + "0".repeat(32));
        var refused = key.post(STOREFRONT + "/domain/verify");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.faults()).containsExactly("customDomain domain.not_proven");
        assertThat(found(domain)).isEmpty();
        assertThat(Api.at("http://127.0.0.1:" + management)
                        .get("/actuator/domains?domain=" + domain)
                        .status())
                .isEqualTo(404);

        DNS.writes(record, "v=spf1 -all", proof(key));
        var verified = well(key.post(STOREFRONT + "/domain/verify"));
        assertThat(verified.data("customDomain")).isEqualTo(domain);
        assertThat(verified.data("domainProof.isVerified")).isEqualTo("true");
        assertThat(found(domain)).contains(id(shop));
        assertThat(found(domain.toUpperCase(Locale.ROOT))).contains(id(shop));
        assertThat(found("x." + domain)).isEmpty();
        assertThat(Api.at("http://127.0.0.1:" + management)
                        .get("/actuator/domains?domain=" + domain)
                        .status())
                .isEqualTo(200);
        var shown = CurrentTenant.in(id(shop), () -> open.of(id(shop))).orElseThrow();
        assertThat(shown.domain()).contains(domain);
        assertThat(shown.goesBy(domain)).isTrue();

        var asked = DNS.asked(domain);
        DNS.forgets(record);
        well(key.post(STOREFRONT + "/domain/verify"));
        assertThat(DNS.asked(domain)).as("what is proved is not asked again").isEqualTo(asked);

        well(key.put(STOREFRONT, "{\"description\": \"ورد\"}"));
        assertThat(found(domain)).as("another field changes nothing").isPresent();
        well(key.delete(STOREFRONT + "/publish"));
        assertThat(found(domain)).as("closed").isEmpty();
        well(key.post(STOREFRONT + "/publish"));
        claims(key, domain());
        assertThat(found(domain)).as("given up").isEmpty();
        assertThat(shop.owner()
                        .get(Api.STAFF + "/audit-log?resourceType=storefront")
                        .text())
                .containsOnlyOnce("storefront.domain_verified");
    }

    @Test
    void a_name_server_that_is_silent_or_fails_proves_nothing() {
        var silent = domain();
        DNS.isSilentAbout(silent);
        claims(key, silent);
        assertThat(key.post(STOREFRONT + "/domain/verify").status()).isEqualTo(422);

        var failing = domain();
        DNS.failsAt("_sendy-verify." + failing);
        claims(key, failing);
        assertThat(key.post(STOREFRONT + "/domain/verify").status()).isEqualTo(422);
    }

    @Test
    void an_alias_is_followed_and_a_key_keeps_the_answer() {
        var domain = domain();
        claims(key, domain);
        DNS.alias("_sendy-verify." + domain, 60, "proof." + domain);
        DNS.writes("proof." + domain, proof(key));

        var once = key.withHeader("Idempotency-Key", domain);
        well(once.post(STOREFRONT + "/domain/verify"));
        assertThat(once.post(STOREFRONT + "/domain/verify").header("Idempotency-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void a_domain_that_another_store_has_proved_is_taken_until_its_proof_is_gone() {
        var other = Shop.opens(api);
        var theirs = keyOf(other);
        var domain = domain();
        var record = "_sendy-verify." + domain;
        claims(theirs, domain);
        claims(key, domain);
        DNS.writes(record, proof(theirs), proof(key));
        well(theirs.post(STOREFRONT + "/domain/verify"));
        well(theirs.post(STOREFRONT + "/publish"));
        well(key.post(STOREFRONT + "/publish"));

        var refused = key.post(STOREFRONT + "/domain/verify");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.faults()).containsExactly("customDomain domain.taken");
        assertThat(found(domain)).contains(id(other));

        DNS.writes(record, proof(key));
        well(key.post(STOREFRONT + "/domain/verify"));
        assertThat(found(domain)).contains(id(shop));
        assertThat(theirs.get(STOREFRONT).data("domainProof.isVerified")).isEqualTo("false");
        assertThat(other.owner()
                        .get(Api.STAFF + "/audit-log?resourceType=storefront")
                        .text())
                .contains("storefront.domain_lost");
        assertThat(shop.owner()
                        .get(Api.STAFF + "/audit-log?resourceType=storefront")
                        .text())
                .doesNotContain("storefront.domain_lost");
    }

    @Test
    void of_two_stores_that_prove_a_domain_at_once_one_has_it() {
        var theirs = keyOf(Shop.opens(api));
        var domain = domain();
        claims(theirs, domain);
        claims(key, domain);
        DNS.writes("_sendy-verify." + domain, proof(theirs), proof(key));

        var answers = Shop.atOnce(
                8,
                i -> (i % 2 == 0 ? key : theirs)
                        .post(STOREFRONT + "/domain/verify")
                        .status());
        assertThat(answers).containsOnly(200, 409);
        assertThat(key.get(STOREFRONT)
                        .data("domainProof.isVerified")
                        .equals(theirs.get(STOREFRONT).data("domainProof.isVerified")))
                .isFalse();
    }

    @Test
    void what_can_be_no_address_is_found_nowhere() {
        for (var address :
                new String[] {"", "x", "a b", "..", "127.0.0.1", "ex ample.com", "admin", "%00", "x".repeat(9_000)}) {
            assertThat(found(address)).isEmpty();
        }
    }
}
