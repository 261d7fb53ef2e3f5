package iq.sendy.buyers;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.LockPatience;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Codes that prove a phone: how many are sent, and how many tries they stand. */
@Scenario
public class OneTimeCodesTest {

    private static final String SOMEWHERE = "203.0.113.9";

    @Autowired
    Api api;

    @Autowired
    TakenCodes taken;

    @Autowired
    OneTimeCodes codes;

    @Autowired
    Digests digests;

    @Autowired
    MovableClock clock;

    @Autowired
    Backstage backstage;

    @Autowired
    PlatformTransactionManager transactions;

    private BuyersShop shop;
    private String phone = "";

    @BeforeEach
    void a_shop_and_a_phone() {
        shop = BuyersShop.opens(api, taken);
        phone = Shop.newPhone();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private boolean proves(BuyersShop at, CodePurpose purpose, String typed) {
        return CurrentTenant.in(
                at.store(),
                () -> LockPatience.of(() -> new TransactionTemplate(transactions)
                        .execute(_ -> codes.prove(at.store(), number(), purpose, typed))));
    }

    private Phone number() {
        return Phone.parse(phone).orElseThrow();
    }

    private SendCode.Result sends(StoreId store, String to, String ip) {
        return CurrentTenant.in(
                store, () -> codes.send(store, new SendCode(Phone.parse(to).orElseThrow(), CodePurpose.ORDER, ip)));
    }

    @Test
    void a_code_of_six_digits_is_sent_and_the_answer_says_how_long_it_holds() {
        var asked = shop.asksForCode(phone, "registration");

        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        assertThat(asked.data("expiresIn")).isEqualTo("600");
        assertThat(asked.data("retryAfter")).isEqualTo("60");
        assertThat(taken.at(phone)).singleElement().satisfies(code -> {
            assertThat(code.digits()).matches("[0-9]{6}");
            assertThat(code.purpose()).isEqualTo(CodePurpose.REGISTRATION);
        });
        assertThat(asked.text()).doesNotContain(taken.latest(phone));
    }

    @Test
    void neither_the_phone_nor_the_digits_are_kept() {
        var code = shop.code(phone, "Order");

        var row = backstage
                .jdbc()
                .sql("select c::text from buyers.one_time_code as c where store_id = :store::uuid")
                .param("store", shop.shop().storeId())
                .query(String.class)
                .single();
        assertThat(row).doesNotContain(number().value()).doesNotContain(code + ",");
    }

    @Test
    void the_answer_is_the_same_whether_the_phone_has_an_account_or_not() {
        shop.buyer(phone);
        clock.advance(Duration.ofMinutes(2));
        var stranger = Shop.newPhone();

        for (var purpose : CodePurpose.values()) {
            var known = shop.asksForCode(phone, purpose.toString());
            var unknown = shop.asksForCode(stranger, purpose.toString());
            assertThat(known.text()).isEqualTo(unknown.text());
            clock.advance(Duration.ofMinutes(2));
        }
    }

    @Test
    void one_is_sent_a_minute_and_five_an_hour() {
        for (var i = 0; i < 5; i++) {
            assertThat(shop.asksForCode(phone, "Order").status()).isEqualTo(200);
            var tooSoon = shop.asksForCode(phone, i % 2 == 0 ? "Registration" : "Order");
            assertThat(tooSoon.status()).isEqualTo(429);
            assertThat(tooSoon.faults()).containsExactly("rate.exceeded");
            assertThat(Long.parseLong(tooSoon.header("Retry-After"))).isBetween(1L, i < 4 ? 60L : 3_600L);
            clock.advance(Duration.ofSeconds(61));
        }

        var sixth = shop.asksForCode(phone, "Order");
        assertThat(sixth.status()).isEqualTo(429);
        assertThat(Long.parseLong(sixth.header("Retry-After"))).isBetween(3_000L, 3_400L);
        clock.advance(Duration.ofHours(1));
        assertThat(shop.asksForCode(phone, "Order").status()).isEqualTo(200);
        assertThat(taken.at(phone)).hasSize(6);
    }

    @Test
    void of_thirty_that_ask_at_once_one_gets_a_code() {
        var statuses =
                Shop.atOnce(30, _ -> shop.asksForCode(phone, "Registration").status());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 429).hasSize(29);
        assertThat(taken.at(phone)).hasSize(1);
    }

    @Test
    void a_phone_has_its_own_minute_in_each_shop_and_not_more_than_twenty_codes_a_day() {
        var sent = 0;
        for (var i = 0; i < 25; i++) {
            var other = new StoreId(java.util.UUID.randomUUID());
            sent += sends(other, phone, SOMEWHERE) instanceof SendCode.Result.Sent ? 1 : 0;
        }

        assertThat(sent).isEqualTo(20);
        clock.advance(Duration.ofDays(1));
        assertThat(sends(shop.store(), phone, SOMEWHERE)).isInstanceOf(SendCode.Result.Sent.class);
    }

    @Test
    void a_network_asks_for_twenty_an_hour_of_a_shop_and_five_hundred_a_day_of_all() {
        var counted = new CodeAllowances(digests, true);
        var uncounted = new CodeAllowances(digests, false);
        var command = new SendCode(number(), CodePurpose.ORDER, SOMEWHERE);

        assertThat(counted.of(shop.store(), command))
                .extracting(limit -> limit.most() + " in " + limit.within().toHours() + " h")
                .contains("20 in 1 h", "500 in 24 h", "1000 in 24 h");
        assertThat(counted.of(shop.store(), command))
                .hasSize(uncounted.of(shop.store(), command).size() + 2);
        var neighbour = new SendCode(number(), CodePurpose.ORDER, "2001:db8::1");
        var sameHouse = new SendCode(number(), CodePurpose.ORDER, "2001:db8::2");
        assertThat(counted.of(shop.store(), neighbour)).isEqualTo(counted.of(shop.store(), sameHouse));
    }

    @Test
    void a_shop_sends_a_thousand_a_day_however_many_phones_ask() {
        var store = new StoreId(java.util.UUID.randomUUID());
        // A thousand in one line for a connection would wait out their turn on a busy machine.
        var line = new Semaphore(100);

        var results = Shop.atOnce(1_010, i -> {
            line.acquireUninterruptibly();
            try {
                return sends(store, "0771" + String.format(Locale.ROOT, "%07d", 1_000_000 + i), SOMEWHERE);
            } finally {
                line.release();
            }
        });

        assertThat(results).filteredOn(SendCode.Result.Sent.class::isInstance).hasSize(1_000);
    }

    @Test
    void a_shop_that_reaches_nobody_says_so_and_counts_nothing() {
        taken.cutOff(shop.store());

        var asked = shop.asksForCode(phone, "Registration");

        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.faults()).containsExactly("otp.unreachable");
        assertThat(CurrentTenant.in(shop.store(), () -> codes.serve(shop.store())))
                .isFalse();
        assertThat(taken.at(phone)).isEmpty();
    }

    @Test
    void bad_bodies_are_refused_with_every_fault_and_nothing_is_sent() {
        var path = shop.path("/auth/otp/send");

        assertThat(api.post(path, Api.object()).faults())
                .containsExactly("phone field.required", "purpose field.required");
        assertThat(api.post(path, Api.object().put("phone", "0770123").put("purpose", "Login"))
                        .faults())
                .containsExactly("phone phone.invalid", "purpose field.unknown_value");
        assertThat(api.post(path, "{\"phone\":{},\"purpose\":[]}").status()).isEqualTo(400);
        assertThat(api.post(path, "[]").status()).isEqualTo(400);
        assertThat(api.post(path, "{").faults()).containsExactly("json.malformed");
        assertThat(api.post(path, "{\"phone\":\"" + "7".repeat(500_000) + "\",\"purpose\":\"Order\"}")
                        .status())
                .isEqualTo(400);
        assertThat(api.post(path, Api.object().put("phone", phone).put("purpose", "Order\u0000"))
                        .status())
                .isEqualTo(400);
        assertThat(taken.at(phone)).isEmpty();
    }

    @Test
    void a_closed_shop_and_an_unknown_one_send_nothing() {
        var closed = Shop.opens(api);
        var slug = api.get("/api/v1/auth/me").status();
        assertThat(slug).isEqualTo(401);
        var hidden = closed.owner().get("/api/v1/auth/me").data("store.slug");
        var body = Api.object().put("phone", phone).put("purpose", "Order");

        var unknown = api.post("/api/v1/public/storefronts/no-such-shop/auth/otp/send", body);
        var unpublished = api.post("/api/v1/public/storefronts/" + hidden + "/auth/otp/send", body);

        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unpublished.status()).isEqualTo(404);
        assertThat(unpublished.text()).isEqualTo(unknown.text());
        assertThat(taken.at(phone)).isEmpty();
    }

    @Test
    void a_repeat_with_its_key_is_answered_again_and_sends_nothing_more() {
        var keyed = api.withHeader("Idempotency-Key", "code-" + phone);
        var body = Api.object().put("phone", phone).put("purpose", "Order");

        var first = keyed.post(shop.path("/auth/otp/send"), body);
        var again = keyed.post(shop.path("/auth/otp/send"), body);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(taken.at(phone)).hasSize(1);
    }

    @Test
    void a_right_code_proves_once() {
        var code = shop.code(phone, "Order");

        assertThat(proves(shop, CodePurpose.ORDER, code)).isTrue();
        assertThat(proves(shop, CodePurpose.ORDER, code)).isFalse();
    }

    @Test
    void a_code_is_read_in_any_digits() {
        var code = shop.code(phone, "Order");
        var arabic = new StringBuilder(" ");
        code.chars().forEach(digit -> arabic.append((char) (digit - '0' + '٠')));

        assertThat(proves(shop, CodePurpose.ORDER, arabic + " ")).isTrue();
    }

    @Test
    void of_thirty_who_use_a_right_code_at_once_one_does() {
        var code = shop.code(phone, "Order");

        var proved = Shop.atOnce(30, _ -> proves(shop, CodePurpose.ORDER, code));

        assertThat(proved).filteredOn(Boolean::booleanValue).hasSize(1);
    }

    @Test
    void a_code_holds_for_ten_minutes() {
        clock.stop();
        var code = shop.code(phone, "Order");
        clock.advance(Duration.ofMinutes(10).minusSeconds(5));
        assertThat(CurrentTenant.in(shop.store(), () -> codes.judge(shop.store(), number(), CodePurpose.ORDER, code)))
                .isPresent();

        clock.advance(Duration.ofSeconds(6));

        assertThat(proves(shop, CodePurpose.ORDER, code)).isFalse();
    }

    @Test
    void a_code_holds_in_its_shop_and_for_its_purpose_alone() {
        var other = BuyersShop.opens(api, taken);
        var code = shop.code(phone, "Order");

        assertThat(proves(shop, CodePurpose.REGISTRATION, code)).isFalse();
        assertThat(proves(shop, CodePurpose.PASSWORD_RESET, code)).isFalse();
        assertThat(proves(other, CodePurpose.ORDER, code)).isFalse();
        assertThat(proves(shop, CodePurpose.ORDER, code)).isTrue();
    }

    @Test
    void a_new_code_takes_the_place_of_the_one_before() {
        var first = shop.code(phone, "Order");
        clock.advance(Duration.ofSeconds(61));
        var second = shop.code(phone, "Order");

        assertThat(first.equals(second) || !proves(shop, CodePurpose.ORDER, first))
                .isTrue();
        assertThat(proves(shop, CodePurpose.ORDER, second)).isTrue();
    }

    @Test
    void after_five_wrong_tries_the_right_code_is_wrong_too() {
        var code = shop.code(phone, "Order");
        for (var i = 0; i < 5; i++) {
            assertThat(proves(shop, CodePurpose.ORDER, taken.other(phone))).isFalse();
        }

        assertThat(proves(shop, CodePurpose.ORDER, code)).isFalse();
    }

    @Test
    void of_thirty_wrong_tries_at_once_five_are_judged() {
        var code = shop.code(phone, "Order");
        var wrong = new HashSet<String>();
        IntStream.range(0, 31)
                .mapToObj(i -> String.format(Locale.ROOT, "%06d", i))
                .filter(digits -> !digits.equals(code))
                .limit(30)
                .forEach(wrong::add);
        var tries = wrong.stream().toList();

        assertThat(Shop.atOnce(30, i -> proves(shop, CodePurpose.ORDER, tries.get(i))))
                .doesNotContain(true);

        var counted = backstage
                .jdbc()
                .sql("select wrong_tries from buyers.one_time_code where store_id = :store::uuid")
                .param("store", shop.shop().storeId())
                .query(Integer.class)
                .single();
        assertThat(counted).isEqualTo(5);
        assertThat(proves(shop, CodePurpose.ORDER, code)).isFalse();
    }

    @Test
    void a_wrong_try_counts_though_all_else_rolls_back() {
        var code = shop.code(phone, "Order");
        for (var i = 0; i < 5; i++) {
            CurrentTenant.in(
                    shop.store(),
                    () -> new TransactionTemplate(transactions).execute(status -> {
                        codes.prove(shop.store(), number(), CodePurpose.ORDER, taken.other(phone));
                        status.setRollbackOnly();
                        return true;
                    }));
        }

        assertThat(proves(shop, CodePurpose.ORDER, code)).isFalse();
    }

    @Test
    void a_code_that_was_used_by_what_rolled_back_is_good_again() {
        var code = shop.code(phone, "Order");
        CurrentTenant.in(
                shop.store(),
                () -> new TransactionTemplate(transactions).execute(status -> {
                    assertThat(codes.prove(shop.store(), number(), CodePurpose.ORDER, code))
                            .isTrue();
                    status.setRollbackOnly();
                    return true;
                }));

        assertThat(proves(shop, CodePurpose.ORDER, code)).isTrue();
    }

    @Test
    void what_holds_no_more_is_cleared_away() {
        for (var i = 0; i < 3; i++) {
            shop.code(Shop.newPhone(), "Order");
        }
        clock.advance(Duration.ofMinutes(11));

        shop.code(phone, "Order");

        assertThat(backstage
                        .jdbc()
                        .sql("select count(*) from buyers.one_time_code where store_id = :store::uuid")
                        .param("store", shop.shop().storeId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        clock.advance(Duration.ofDays(2));
        codes.deleteEnded();
        assertThat(backstage
                        .jdbc()
                        .sql("select count(*) from buyers.code_count")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
