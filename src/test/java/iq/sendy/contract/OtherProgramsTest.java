package iq.sendy.contract;

import static iq.sendy.Goods.well;
import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What other programs send a little otherwise, and what they are told where it is not taken. */
@Scenario
class OtherProgramsTest {

    @Autowired
    Api api;

    Shop shop;
    Api key;

    @BeforeEach
    void open() {
        shop = Shop.opens(api);
        key = api.withKey(shop.mints("catalog:write", "webhooks:write"));
    }

    @Test
    void json_may_begin_with_the_mark_of_windows_and_misspell_its_encoding() {
        var body = BodyPublishers.ofString("\uFEFF{\"sku\": \"A\", \"name\": \"وردة\"}");

        well(key.withHeader("Content-Type", "application/json; charset=utf8")
                .send("POST", Api.KEYS + "/catalog/products", body, false));

        var twice = BodyPublishers.ofString("\uFEFF\uFEFF{\"sku\": \"A\", \"name\": \"x\"}");
        assertThat(key.send("POST", Api.KEYS + "/catalog/products", twice, true).status())
                .isEqualTo(400);
        assertThat(key.withHeader("Content-Type", "application/json; charset=latin1")
                        .send("POST", Api.KEYS + "/catalog/products", BodyPublishers.ofString("{}"), false)
                        .status())
                .isEqualTo(415);
    }

    @Test
    void a_credential_at_the_other_door_is_told_where_it_opens() {
        var atStaff = key.get(Api.STAFF + "/products");
        var atKeys = shop.owner().get(Api.KEYS + "/products");
        var nothing = api.get(Api.STAFF + "/products");

        assertThat(atStaff.status()).isEqualTo(401);
        assertThat(atStaff.json().get("message").asString()).contains("X-API-Key", "/store/integrations");
        assertThat(atKeys.status()).isEqualTo(401);
        assertThat(atKeys.json().get("message").asString()).contains("X-API-Key");
        assertThat(nothing.json().get("message").asString()).isEqualTo("Please sign in");
    }

    @Test
    void a_hook_that_cannot_be_called_is_told_what_could() {
        for (var url : new String[] {"http://localhost:3000", "https://localhost:3000/x"}) {
            var refused = key.post(Api.KEYS + "/webhooks", Api.object().put("url", url));

            assertThat(refused.faults()).containsExactly("url url.forbidden");
            assertThat(refused.json().get("message").asString()).contains("SENDY_EGRESS_ALLOW");
        }
    }
}
