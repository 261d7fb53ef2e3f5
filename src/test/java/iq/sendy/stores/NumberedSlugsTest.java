package iq.sendy.stores;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.World.Backstage;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Slugs of stores that are called like others. */
@Scenario
class NumberedSlugsTest {

    @Autowired
    Api api;

    @Autowired
    Backstage backstage;

    /** Counted up, the thousandth would try a thousand. */
    @Test
    void behind_a_name_that_many_have_stands_a_number_that_nobody_counts_up_to() {
        var phone = Shop.newPhone();
        var plain = "flora-" + phone;
        for (var taken : List.of(plain, plain + "-2", plain + "-3")) {
            backstage
                    .jdbc()
                    .sql(
                            "insert into stores.slug (slug, store_id, is_current, created_at) values (:slug, :store, false, now())")
                    .param("slug", taken)
                    .param("store", new UUID(0, 0))
                    .update();
        }

        var opened = api.post(
                "/api/v1/auth/register",
                Api.object()
                        .put("storeName", "Flora " + phone)
                        .put("ownerName", "Noor")
                        .put("phone", phone)
                        .put("password", Shop.PASSWORD));

        assertThat(opened.data("store.slug"))
                .matches(plain + "-[0-9]{1,9}")
                .isNotIn(plain + "-2", plain + "-3", plain + "-4");
    }
}
