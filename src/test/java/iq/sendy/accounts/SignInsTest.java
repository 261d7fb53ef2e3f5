package iq.sendy.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

@Scenario
public class SignInsTest {

    private static final String AUTH = "/api/v1/auth";

    @Autowired
    Api api;

    @Autowired
    MovableClock clock;

    @AfterEach
    void today() {
        clock.reset();
    }

    private static ObjectNode registration(String phone) {
        return Api.object()
                .put("storeName", "Flora " + phone)
                .put("ownerName", "Noor Hussein")
                .put("phone", phone)
                .put("password", Shop.PASSWORD);
    }

    private Api.Reply register(ObjectNode body) {
        return api.post(AUTH + "/register", body);
    }

    private Api.Reply login(String phone, String password) {
        return api.post(AUTH + "/login", Api.object().put("phone", phone).put("password", password));
    }

    private Api.Reply refresh(String token) {
        return api.post(AUTH + "/refresh", Api.object().put("refreshToken", token));
    }

    @Test
    void who_registers_is_signed_in_as_owner_with_every_permission() {
        var phone = Shop.newPhone();

        var reply = register(registration(phone).put("slug", "Flora-" + phone));

        assertThat(reply.status()).as(reply::toString).isEqualTo(200);
        assertThat(reply.data("store.slug")).isEqualTo("flora-" + phone);
        assertThat(reply.data("user.role")).isEqualTo("store_owner");
        assertThat(reply.data("user.phone")).isEqualTo("964" + phone.substring(1));
        assertThat(reply.data().get("user").get("permissions").size()).isEqualTo(43);
        assertThat(reply.data("expiresIn")).isEqualTo("900");
        assertThat(reply.data().propertyNames())
                .containsExactlyInAnyOrder("accessToken", "refreshToken", "expiresIn", "user", "store");
        var me = api.withToken(reply.data("accessToken")).get(AUTH + "/me");
        assertThat(me.data().get("user")).isEqualTo(reply.data().get("user"));
        assertThat(me.data().get("store")).isEqualTo(reply.data().get("store"));
    }

    @Test
    void a_slug_comes_from_the_latin_form_of_the_name_with_a_number_when_it_is_taken() {
        var name = "زهور " + Shop.newPhone();

        var first = register(registration(Shop.newPhone()).put("storeName", name));
        var second = register(registration(Shop.newPhone()).put("storeName", name));

        assertThat(first.data("store.slug")).matches("zhwr-[0-9]+");
        assertThat(second.data("store.slug")).isEqualTo(first.data("store.slug") + "-2");
    }

    @Test
    void every_fault_of_a_registration_is_told_at_once() {
        var reply = register(Api.object()
                .put("storeName", " ")
                .put("slug", "-x-")
                .put("phone", "0660 123")
                .put("password", "1234567"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.faults())
                .containsExactly(
                        "ownerName field.required",
                        "password password.weak",
                        "phone phone.invalid",
                        "slug slug.invalid",
                        "storeName field.required");
        assertThat(register(registration(Shop.newPhone()).put("slug", "Admin")).faults())
                .containsExactly("slug slug.reserved");
    }

    @Test
    void easy_passwords_are_refused_and_long_ones_are_not() {
        var phone = Shop.newPhone();
        for (var weak : List.of(
                "short-7",
                "password1",
                "PassWord1",
                "11111111",
                "12121212",
                "abcdefgh",
                "98765432",
                phone,
                "+964 " + phone.substring(1),
                "٠" + phone.substring(1),
                "x".repeat(7) + "é".repeat(122))) {
            var reply = register(registration(phone).put("password", weak));
            assertThat(reply.faults()).as(weak).containsExactly("password password.weak");
        }
        assertThat(register(registration(phone).put("password", "ڕۆژباش هەولێر 1 — " + "ی".repeat(100)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_phone_and_a_slug_belong_to_one() {
        var phone = Shop.newPhone();
        register(registration(phone).put("slug", "one-" + phone));

        var both = register(registration("+964" + phone.substring(1)).put("slug", "ONE-" + phone));

        assertThat(both.status()).isEqualTo(409);
        assertThat(both.faults()).containsExactly("phone phone.taken", "slug slug.taken");
    }

    @Test
    void of_twelve_who_register_one_phone_at_once_one_wins() {
        var phone = Shop.newPhone();

        var replies = Shop.atOnce(12, _ -> register(registration(phone)));

        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 200)
                .allSatisfy(reply -> assertThat(reply.faults()).containsExactly("phone phone.taken"));
    }

    @Test
    void of_twelve_who_want_one_slug_at_once_one_wins() {
        var slug = "twelve-" + Shop.newPhone();

        var replies =
                Shop.atOnce(12, _ -> register(registration(Shop.newPhone()).put("slug", slug)));

        assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
        assertThat(replies)
                .filteredOn(reply -> reply.status() != 200)
                .allSatisfy(reply -> assertThat(reply.faults()).containsExactly("slug slug.taken"));
    }

    @Test
    void a_registration_sent_twice_under_one_key_makes_one_store() {
        var client = api.withHeader("Idempotency-Key", "register-" + Shop.newPhone());
        var body = registration(Shop.newPhone());

        var first = client.post(AUTH + "/register", body);
        var second = client.post(AUTH + "/register", body);

        assertThat(first.status()).as(first::toString).isEqualTo(200);
        assertThat(second.faults()).containsExactly("phone phone.taken");
        assertThat(second.header("Idempotency-Replayed")).isEmpty();
        assertThat(api.withToken(first.data("accessToken"))
                        .get(Api.STAFF + "/audit-log")
                        .data("totalCount"))
                .isEqualTo("1");
    }

    @Test
    void two_people_register_with_one_key_for_repeats() {
        var client = api.withHeader("Idempotency-Key", "register-1");

        var first = client.post(AUTH + "/register", registration(Shop.newPhone()));
        var second = client.post(AUTH + "/register", registration(Shop.newPhone()));

        assertThat(first.status()).as(first::toString).isEqualTo(200);
        assertThat(second.status()).as(second::toString).isEqualTo(200);
        assertThat(second.data("store.id")).isNotEqualTo(first.data("store.id"));
    }

    @Test
    void a_key_for_repeats_that_cannot_be_one_is_refused_where_none_is_kept() {
        var refused = api.withHeader("Idempotency-Key", "k".repeat(256))
                .post(
                        AUTH + "/login",
                        Api.object().put("phone", Shop.newPhone()).put("password", "x"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.faults()).containsExactly("Idempotency-Key idempotency.key_invalid");
    }

    @Test
    void a_phone_in_any_form_signs_in() {
        var shop = Shop.opens(api);

        var reply = login(
                "+964 " + shop.ownerPhone().substring(1, 4) + "-"
                        + shop.ownerPhone().substring(4),
                Shop.PASSWORD);

        assertThat(reply.status()).as(reply::toString).isEqualTo(200);
        assertThat(reply.data("store.id")).isEqualTo(shop.storeId());
    }

    @Test
    void a_wrong_phone_and_a_wrong_password_are_told_alike() {
        var shop = Shop.opens(api);

        var wrongPassword = login(shop.ownerPhone(), "not-it-at-all");
        var wrongPhone = login(Shop.newPhone(), "not-it-at-all");

        assertThat(wrongPassword.status()).isEqualTo(401);
        assertThat(wrongPassword.faults()).containsExactly("auth.failed");
        assertThat(wrongPassword.header("WWW-Authenticate")).isNotEmpty();
        assertThat(wrongPhone.text()).isEqualTo(wrongPassword.text());
    }

    @Test
    void from_the_sixth_wrong_password_a_guesser_waits_longer_each_time_but_never_more_than_five_minutes() {
        clock.stop();
        var shop = Shop.opens(api);
        for (var i = 0; i < 5; i++) {
            assertThat(login(shop.ownerPhone(), "guess-" + i).status()).isEqualTo(401);
        }

        var waits = new ArrayList<Integer>();
        for (var i = 0; i < 5; i++) {
            var reply = login(shop.ownerPhone(), "another-guess-" + i);
            assertThat(reply.status()).as(reply::toString).isEqualTo(429);
            assertThat(reply.faults()).containsExactly("rate.exceeded");
            waits.add(Integer.parseInt(reply.header("Retry-After")));
            assertThat(login(shop.ownerPhone(), Shop.PASSWORD).status()).isEqualTo(429);
            clock.advance(Duration.ofSeconds(waits.getLast()));
        }

        assertThat(waits).containsExactly(15, 30, 60, 120, 240);
        assertThat(login(shop.ownerPhone(), Shop.PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void a_burst_of_guesses_gets_no_more_tries_than_guesses_one_by_one() {
        var shop = Shop.opens(api);

        var replies = Shop.atOnce(16, i -> login(shop.ownerPhone(), "burst-" + i));

        assertThat(replies).filteredOn(reply -> reply.status() == 401).hasSizeLessThanOrEqualTo(5);
        assertThat(replies).allMatch(reply -> reply.status() == 401 || reply.status() == 429);
    }

    @Test
    void a_guess_under_an_idempotency_key_counts_too() {
        var shop = Shop.opens(api);
        var body = Api.object().put("phone", shop.ownerPhone()).put("password", "not-it-at-all");

        for (var i = 0; i < 6; i++) {
            api.withHeader("Idempotency-Key", shop.ownerPhone() + i).post(AUTH + "/login", body);
        }

        assertThat(login(shop.ownerPhone(), Shop.PASSWORD).status()).isEqualTo(429);
    }

    @Test
    void a_refresh_token_is_good_once_and_a_used_one_ends_the_family() {
        var first = register(registration(Shop.newPhone()));
        var second = refresh(first.data("refreshToken"));

        assertThat(second.status()).as(second::toString).isEqualTo(200);
        assertThat(second.data().get("user")).isEqualTo(first.data().get("user"));
        assertThat(refresh(first.data("refreshToken")).faults()).containsExactly("auth.invalid");
        assertThat(refresh(second.data("refreshToken")).status()).isEqualTo(401);
    }

    @Test
    void of_two_who_use_one_refresh_token_at_once_one_gets_a_token_and_the_family_ends() {
        for (var round = 0; round < 5; round++) {
            var token = register(registration(Shop.newPhone())).data("refreshToken");

            var replies = Shop.atOnce(2, _ -> refresh(token));

            assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
            var next = replies.stream()
                    .filter(reply -> reply.status() == 200)
                    .findFirst()
                    .orElseThrow();
            assertThat(refresh(next.data("refreshToken")).status()).isEqualTo(401);
        }
    }

    @Test
    void a_refresh_token_lives_thirty_days() {
        var phone = Shop.newPhone();
        var token = register(registration(phone)).data("refreshToken");
        clock.advance(Duration.ofDays(29));
        var next = refresh(token);
        assertThat(next.status()).isEqualTo(200);

        clock.advance(Duration.ofDays(30).plusSeconds(1));

        assertThat(refresh(next.data("refreshToken")).status()).isEqualTo(401);
    }

    @Test
    void what_is_no_refresh_token_is_invalid() {
        var reply = register(registration(Shop.newPhone()));
        for (var wrong : List.of("x", reply.data("accessToken"), "A".repeat(86), reply.data("refreshToken") + "=")) {
            assertThat(refresh(wrong).faults()).as(wrong).containsExactly("auth.invalid");
        }
        assertThat(refresh(reply.data("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void leaving_ends_the_family_and_is_fine_with_any_token() {
        var token = register(registration(Shop.newPhone())).data("refreshToken");

        var reply = api.post(AUTH + "/logout", Api.object().put("refreshToken", token));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.data().isNull()).isTrue();
        assertThat(refresh(token).status()).isEqualTo(401);
        assertThat(api.post(AUTH + "/logout", Api.object().put("refreshToken", "whatever"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_new_password_ends_the_other_sign_ins_and_signs_in_anew() {
        var phone = Shop.newPhone();
        var first = register(registration(phone));
        var other = login(phone, Shop.PASSWORD);
        var me = api.withToken(first.data("accessToken"));

        var faulty = me.post(
                AUTH + "/change-password",
                Api.object().put("currentPassword", "not-it-at-all").put("newPassword", "12345678"));
        var changed = me.post(
                AUTH + "/change-password",
                Api.object().put("currentPassword", Shop.PASSWORD).put("newPassword", "jouri-w-razqi-8"));

        assertThat(faulty.status()).isEqualTo(400);
        assertThat(faulty.faults()).containsExactly("currentPassword password.wrong", "newPassword password.weak");
        assertThat(changed.status()).as(changed::toString).isEqualTo(200);
        assertThat(refresh(first.data("refreshToken")).status()).isEqualTo(401);
        assertThat(refresh(other.data("refreshToken")).status()).isEqualTo(401);
        assertThat(refresh(changed.data("refreshToken")).status()).isEqualTo(200);
        assertThat(me.get(AUTH + "/me").status())
                .as("an access token lives out its time")
                .isEqualTo(200);
        assertThat(login(phone, Shop.PASSWORD).status()).isEqualTo(401);
        assertThat(login(phone, "jouri-w-razqi-8").status()).isEqualTo(200);
    }

    @Test
    void a_refresh_that_races_a_new_password_ends_with_the_family() {
        var phone = Shop.newPhone();
        var first = register(registration(phone));
        var me = api.withToken(first.data("accessToken"));

        var replies = Shop.atOnce(
                2,
                i -> i == 0
                        ? refresh(first.data("refreshToken"))
                        : me.post(
                                AUTH + "/change-password",
                                Api.object()
                                        .put("currentPassword", Shop.PASSWORD)
                                        .put("newPassword", "jouri-w-razqi-8")));

        assertThat(replies.get(1).status()).isEqualTo(200);
        if (replies.getFirst().status() == 200) {
            assertThat(refresh(replies.getFirst().data("refreshToken")).status())
                    .isEqualTo(401);
        }
        assertThat(refresh(replies.get(1).data("refreshToken")).status()).isEqualTo(200);
    }

    @Test
    void an_access_token_lives_fifteen_minutes() {
        clock.stop();
        var me = api.withToken(register(registration(Shop.newPhone())).data("accessToken"));
        clock.advance(Duration.ofMinutes(15).plusSeconds(20));
        assertThat(me.get(AUTH + "/me").status()).as("within the leeway").isEqualTo(200);

        clock.advance(Duration.ofSeconds(15));

        assertThat(me.get(AUTH + "/me").faults()).containsExactly("auth.invalid");
    }

    @Test
    void nobody_is_asked_for_who_has_no_token() {
        assertThat(api.get(AUTH + "/me").faults()).containsExactly("auth.required");
        assertThat(api.post(AUTH + "/change-password", Api.object()).faults()).containsExactly("auth.required");
    }
}
