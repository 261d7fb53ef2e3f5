package iq.sendy.cashier;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** Who stands at the counter: contract section 8. */
@Scenario
class StaffPinsTest {

    private static final String PIN = Api.STAFF + "/cashier/pin";
    private static final String OPEN = "/cashier/sessions/open";

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    private Shop shop;
    private Api key;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        key = api.withKey(shop.mints("cashier:read", "cashier:write"));
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    private Api.Reply sets(Api member, String pin) {
        return member.put(PIN, Api.object().put("pin", pin).put("password", Shop.PASSWORD));
    }

    private void wantsPins() {
        well(key.put(Api.KEYS + "/cashier/settings", Api.object().put("requirePin", true)));
    }

    private static ObjectNode opening(String register) {
        return Api.object().put("openingCash", 1_000).put("registerName", register);
    }

    private Api.Reply opens(String register, String pin) {
        return shop.owner().post(Api.STAFF + OPEN, opening(register).put("pin", pin));
    }

    private String ownerId() {
        return shop.owner().get("/api/v1/auth/me").data("user.id");
    }

    @Test
    void without_the_setting_nobody_is_asked() {
        well(shop.owner().post(Api.STAFF + OPEN, opening("A")));
        well(opens("B", "0000"));
        well(key.post(
                Api.KEYS + OPEN, opening("C").put("staffId", UUID.randomUUID().toString())));
    }

    @Test
    void with_the_setting_the_callers_pin_opens() {
        assertThat(well(sets(shop.owner(), "٤٧٠٢")).data("hasPin")).isEqualTo("true");
        wantsPins();

        assertThat(shop.owner().post(Api.STAFF + OPEN, opening("A")).faults()).containsExactly("pin pin.required");
        var wrong = opens("A", "4703");
        assertThat(wrong.status()).isEqualTo(403);
        assertThat(wrong.faults()).containsExactly("pin pin.wrong");
        well(opens("A", "4702"));
        well(opens("B", "۴۷۰۲"));
        well(sets(shop.owner(), "99887766"));
        assertThat(opens("C", "4702").faults()).containsExactly("pin pin.wrong");
        well(opens("C", "99887766"));
    }

    @Test
    void what_else_is_wrong_is_told_with_the_missing_pin() {
        wantsPins();

        var nothing = shop.owner().post(Api.STAFF + OPEN, Api.object().put("openingCash", -1));
        assertThat(nothing.status()).isEqualTo(400);
        assertThat(nothing.faults()).containsExactlyInAnyOrder("openingCash field.out_of_range", "pin pin.required");
        assertThat(key.post(Api.KEYS + OPEN, opening("A")).faults())
                .containsExactly("pin pin.required", "staffId pin.required");
    }

    @Test
    void at_the_entrance_for_programs_a_member_is_named() {
        well(sets(shop.owner(), "4702"));
        wantsPins();
        var owner = ownerId();

        var opened = key.post(Api.KEYS + OPEN, opening("A").put("pin", "4702").put("staffId", owner));
        well(opened);
        assertThat(key.post(Api.KEYS + OPEN, opening("B").put("pin", "1111").put("staffId", owner))
                        .faults())
                .containsExactly("pin pin.wrong");
        for (var nobody : List.of(UUID.randomUUID().toString(), ownerOf(Shop.opens(api)))) {
            assertThat(key.post(Api.KEYS + OPEN, opening("B").put("pin", "4702").put("staffId", nobody))
                            .faults())
                    .containsExactly("pin pin.wrong");
        }
        assertThat(key.post(Api.KEYS + OPEN, opening("B").put("staffId", owner)).faults())
                .containsExactly("pin pin.required");
        assertThat(key.post(Api.KEYS + OPEN, opening("B").put("pin", "4702").put("staffId", "x"))
                        .status())
                .isEqualTo(400);
    }

    private String ownerOf(Shop other) {
        var id = other.owner().get("/api/v1/auth/me").data("user.id");
        well(sets(other.owner(), "4702"));
        return id;
    }

    @Test
    void five_wrong_ones_lock_it_for_five_minutes() {
        clock.stop();
        well(sets(shop.owner(), "4702"));
        wantsPins();

        for (var i = 0; i < 5; i++) {
            assertThat(opens("A", "000" + i).faults()).containsExactly("pin pin.wrong");
        }
        var locked = opens("A", "4702");
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.header("Retry-After")).isEqualTo("300");
        clock.advance(Duration.ofMinutes(4));
        assertThat(opens("A", "4702").status()).isEqualTo(429);
        clock.advance(Duration.ofSeconds(61));
        for (var i = 0; i < 4; i++) {
            assertThat(opens("A", "000" + i).status()).isEqualTo(403);
        }
        well(opens("A", "4702"));
        for (var i = 0; i < 4; i++) {
            assertThat(opens("B", "000" + i).status()).isEqualTo(403);
        }
        well(opens("B", "4702"));
    }

    @Test
    void of_thirty_that_guess_at_once_five_are_judged() {
        well(sets(shop.owner(), "4702"));
        wantsPins();

        // One that was judged before is remembered here: a busy machine may not judge five new ones, one after the
        // other, within the two seconds that a guess waits for its turn.
        assertThat(opens("A", "5000").faults()).containsExactly("pin pin.wrong");
        well(opens("A", "4702"));

        var guessed = Shop.atOnce(30, _ -> opens("B", "5000").status());
        assertThat(guessed).filteredOn(status -> status == 403).hasSize(5);
        assertThat(guessed).filteredOn(status -> status == 429).hasSize(25);
    }

    @Test
    void a_new_pin_unlocks_for_who_knows_the_password() {
        well(sets(shop.owner(), "4702"));
        wantsPins();
        for (var i = 0; i < 6; i++) {
            opens("A", "0000");
        }

        well(sets(shop.owner(), "5813"));
        well(opens("A", "5813"));
    }

    @Test
    void a_pin_is_set_with_the_password_alone_and_all_that_is_wrong_is_told() {
        var wrong = shop.owner().put(PIN, Api.object().put("pin", "12a4").put("password", "not-my-password"));
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.faults()).containsExactlyInAnyOrder("pin field.invalid", "password password.wrong");
        for (var pin : List.of("123", "123456789", "12 34", "-123", "1.25")) {
            assertThat(sets(shop.owner(), pin).faults()).as(pin).containsExactly("pin field.invalid");
        }
        assertThat(shop.owner().put(PIN, Api.object()).faults())
                .containsExactlyInAnyOrder("pin field.required", "password field.required");
        assertThat(shop.owner()
                        .put(PIN, Api.object().put("pin", 4702).put("password", Shop.PASSWORD))
                        .status())
                .isEqualTo(400);
        assertThat(key.put(Api.KEYS + "/cashier/pin", Api.object()).status()).isEqualTo(404);

        for (var i = 0; i < 5; i++) {
            shop.owner().put(PIN, Api.object().put("pin", "4702").put("password", "wrong-" + i));
        }
        var throttled = shop.owner().put(PIN, Api.object().put("pin", "4702").put("password", Shop.PASSWORD));
        assertThat(throttled.status()).isEqualTo(429);
        assertThat(throttled.header("Retry-After")).isNotNull();
    }

    @Test
    void with_an_idempotency_key_nothing_is_hashed_in_its_transaction() {
        var keyed = shop.owner().withHeader("Idempotency-Key", "pin-" + shop.storeId());
        var first = well(sets(keyed, "4702"));
        assertThat(sets(keyed, "4702").text()).isEqualTo(first.text());
        wantsPins();

        var opening = shop.owner().withHeader("Idempotency-Key", "open-" + shop.storeId());
        var opened = well(opening.post(Api.STAFF + OPEN, opening("A").put("pin", "4702")));
        assertThat(opening.post(Api.STAFF + OPEN, opening("A").put("pin", "4702"))
                        .text())
                .isEqualTo(opened.text());
    }

    @Test
    void a_pin_is_in_no_answer_and_no_log() {
        well(sets(shop.owner(), "47024702"));

        var log = well(shop.owner().get(Api.STAFF + "/audit-log?action=pin.set"));
        assertThat(log.data("totalCount")).isEqualTo("1");
        assertThat(log.text()).doesNotContain("47024702", "argon2");
    }
}
