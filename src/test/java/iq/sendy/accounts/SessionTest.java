package iq.sendy.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What ends a family of refresh tokens, and what does not. */
@Scenario
public class SessionTest {

    private static final String AUTH = "/api/v1/auth";

    @Autowired
    Api api;

    private String signsUp() {
        var reply = api.post(
                AUTH + "/register",
                Api.object()
                        .put("storeName", "Flora")
                        .put("ownerName", "Noor Hussein")
                        .put("phone", Shop.newPhone())
                        .put("password", Shop.PASSWORD));
        return reply.data("refreshToken");
    }

    private Api.Reply refresh(String token) {
        return api.post(AUTH + "/refresh", Api.object().put("refreshToken", token));
    }

    private Api.Reply logout(String token) {
        return api.post(AUTH + "/logout", Api.object().put("refreshToken", token));
    }

    /** The family's id with a secret that it never had. */
    private static String madeUp(String token) {
        var bytes = Base64.getUrlDecoder().decode(token);
        bytes[40] ^= 1;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Test
    void a_made_up_secret_ends_no_family() {
        var token = signsUp();

        assertThat(logout(madeUp(token)).status()).isEqualTo(200);
        assertThat(refresh(madeUp(token)).faults()).containsExactly("auth.invalid");

        assertThat(refresh(token).status()).isEqualTo(200);
    }

    @Test
    void any_token_that_the_family_had_ends_it() {
        for (var uses = 1; uses <= 3; uses++) {
            var first = signsUp();
            var last = first;
            for (var i = 0; i < uses; i++) {
                last = refresh(last).data("refreshToken");
            }
            assertThat(refresh(first).faults()).containsExactly("auth.invalid");
            assertThat(refresh(last).status()).isEqualTo(401);
        }
    }

    @Test
    void leaving_with_an_old_token_ends_the_family_too() {
        var first = signsUp();
        var second = refresh(first).data("refreshToken");

        assertThat(logout(first).status()).isEqualTo(200);

        assertThat(refresh(second).status()).isEqualTo(401);
    }

    @Test
    void leaving_while_the_token_is_used_ends_what_came_of_it() {
        for (var round = 0; round < 5; round++) {
            var token = signsUp();

            var replies = Shop.atOnce(2, i -> i == 0 ? refresh(token) : logout(token));

            if (replies.getFirst().status() == 200) {
                assertThat(refresh(replies.getFirst().data("refreshToken")).status())
                        .isEqualTo(401);
            }
        }
    }
}
