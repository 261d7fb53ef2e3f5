package iq.sendy.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.accounts.SignIn.Failed;
import iq.sendy.accounts.SignIn.SignedIn;
import iq.sendy.accounts.SignIn.TooOften;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Strangers who guess at a phone, from one network or from many, and the people whose phone it is. */
@Scenario
class GuessingTest {

    private static final String STRANGER = "203.0.113.66";
    private static final String ELSEWHERE = "198.51.100.7";

    @Autowired
    Api api;

    @Autowired
    SignIns signIns;

    @Autowired
    Passwords passwords;

    @Autowired
    MovableClock clock;

    /** Hashing takes its time on a busy machine, and no wait shall pass meanwhile. */
    @BeforeEach
    void at_one_moment() {
        clock.stop();
    }

    @AfterEach
    void today() {
        clock.reset();
    }

    private SignIn.Result signIn(Shop shop, String password, String ip) {
        return signIns.signIn(new SignIn(Phone.parse(shop.ownerPhone()).orElseThrow(), password, ip));
    }

    private Api.Reply login(String phone, String password) {
        return api.post("/api/v1/auth/login", Api.object().put("phone", phone).put("password", password));
    }

    @Test
    void a_stranger_who_guesses_all_day_keeps_nobody_out_of_another_network() {
        var shop = Shop.opens(api);
        for (var round = 0; round < 12; round++) {
            for (var i = 0; i < 11; i++) {
                assertThat(signIn(shop, "guess-" + i, STRANGER)).isNotInstanceOf(SignedIn.class);
            }
            assertThat(signIn(shop, Shop.PASSWORD, ELSEWHERE)).isInstanceOf(SignedIn.class);
            assertThat(login(shop.ownerPhone(), Shop.PASSWORD).status()).isEqualTo(200);
            clock.advance(Duration.ofMinutes(5));
        }
    }

    @Test
    void a_network_that_never_signed_in_is_let_in_beside_a_guesser_too() {
        var shop = Shop.opens(api);
        for (var i = 0; i < 11; i++) {
            signIn(shop, "guess-" + i, STRANGER);
        }

        assertThat(signIn(shop, Shop.PASSWORD, STRANGER)).isInstanceOf(TooOften.class);
        assertThat(signIn(shop, Shop.PASSWORD, "2001:db8:7::1")).isInstanceOf(SignedIn.class);
    }

    @Test
    void a_home_of_ipv6_is_one_guesser_whatever_address_it_takes() {
        var shop = Shop.opens(api);
        for (var i = 0; i < 6; i++) {
            signIn(shop, "guess-" + i, "2001:db8:7:1::" + i);
        }

        assertThat(signIn(shop, Shop.PASSWORD, "2001:db8:7:1::abc")).isInstanceOf(TooOften.class);
    }

    @Test
    void one_guess_from_each_of_many_networks_is_slowed_for_the_phone_and_the_owner_is_not() {
        var shop = Shop.opens(api);

        var first = IntStream.range(0, 60)
                .mapToObj(i -> signIn(shop, "guess-" + i, "203.0." + i + ".1"))
                .toList();

        assertThat(first).filteredOn(Failed.class::isInstance).hasSizeLessThanOrEqualTo(31);
        assertThat(first.getLast())
                .isInstanceOfSatisfying(
                        TooOften.class, told -> assertThat(told.delay()).isLessThanOrEqualTo(Duration.ofSeconds(30)));
        assertThat(signIn(shop, Shop.PASSWORD, "127.0.0.1"))
                .as("from where the owner signed in before")
                .isInstanceOf(SignedIn.class);
        assertThat(signIn(shop, Shop.PASSWORD, "127.0.0.200"))
                .as("or from next door")
                .isInstanceOf(SignedIn.class);
        clock.advance(Duration.ofSeconds(31));
        assertThat(signIn(shop, Shop.PASSWORD, ELSEWHERE))
                .as("or from a new network, a little later")
                .isInstanceOf(SignedIn.class);
    }

    @Test
    void where_somebody_last_signed_in_long_ago_is_a_network_like_any_other() {
        var shop = Shop.opens(api);
        clock.advance(Duration.ofDays(31));
        for (var i = 0; i < 60; i++) {
            signIn(shop, "guess-" + i, "203.0." + i + ".1");
        }

        assertThat(signIn(shop, Shop.PASSWORD, "127.0.0.1")).isInstanceOf(TooOften.class);
    }

    @Test
    void of_fifty_guesses_at_once_no_more_are_judged_than_one_after_the_other() {
        var shop = Shop.opens(api);

        var replies = Shop.atOnce(50, i -> login(shop.ownerPhone(), "burst-" + i));

        assertThat(replies).filteredOn(reply -> reply.status() == 401).hasSizeLessThanOrEqualTo(5);
        assertThat(replies).filteredOn(reply -> reply.status() == 429).hasSizeGreaterThanOrEqualTo(45);
        assertThat(waits(replies))
                .as("each judged guess would make the next wait longer")
                .allMatch(seconds -> seconds <= 15);
    }

    @Test
    void a_right_password_among_fifty_at_once_makes_no_room_for_more_guesses() {
        var shop = Shop.opens(api);

        var replies = Shop.atOnce(50, i -> login(shop.ownerPhone(), i % 10 == 3 ? Shop.PASSWORD : "surge-" + i));

        assertThat(replies).filteredOn(reply -> reply.status() == 401).hasSizeLessThanOrEqualTo(5);
        assertThat(waits(replies)).allMatch(seconds -> seconds <= 15);
    }

    @Test
    void a_right_password_that_comes_too_late_is_told_what_a_wrong_one_is() {
        var shop = Shop.opens(api);
        for (var i = 0; i < 8; i++) {
            signIn(shop, "guess-" + i, STRANGER);
        }
        clock.advance(Duration.ofSeconds(5));

        var wrong = waited(signIn(shop, "guess", STRANGER));
        var right = waited(signIn(shop, Shop.PASSWORD, STRANGER));

        assertThat(right).isLessThanOrEqualTo(wrong);
        assertThat(wrong.minus(right)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void who_guesses_with_a_stolen_token_does_not_hold_up_its_owner() {
        var shop = Shop.opens(api);
        var store = new StoreId(UUID.fromString(shop.storeId()));
        var signedIn = signIn(shop, Shop.PASSWORD, "127.0.0.1");
        assertThat(signedIn).isInstanceOf(SignedIn.class);
        var owner = ((SignedIn) signedIn).session().user().member();
        for (var i = 0; i < 11; i++) {
            changes(store, owner, "guess-" + i, STRANGER);
        }

        assertThat(changes(store, owner, Shop.PASSWORD, STRANGER)).isInstanceOf(ChangePassword.TooOften.class);
        assertThat(changes(store, owner, Shop.PASSWORD, ELSEWHERE)).isInstanceOf(ChangePassword.Changed.class);
    }

    private ChangePassword.Result changes(StoreId store, MemberView member, String current, String ip) {
        var command = new ChangePassword(store, member.id(), current, "jouri-w-razqi-8", ip);
        return CurrentTenant.in(store, () -> passwords.change(command));
    }

    private static Duration waited(SignIn.Result came) {
        return came instanceof TooOften(var delay) ? delay : Duration.ZERO;
    }

    private static List<Integer> waits(List<Api.Reply> replies) {
        var waits = new ArrayList<Integer>();
        replies.stream()
                .filter(reply -> reply.status() == 429)
                .forEach(reply -> waits.add(Integer.parseInt(reply.header("Retry-After"))));
        return waits;
    }
}
