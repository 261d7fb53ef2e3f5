package iq.sendy.platform.compute;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.Api;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a shop sees while others keep every processor of the pool busy. */
@Scenario
class FullQueueTest {

    @Autowired
    Api api;

    @Autowired
    ComputePool pool;

    @Test
    void what_needs_the_pool_is_told_to_come_again_and_all_else_goes_on() {
        var shop = Shop.opens(api);
        var order = shop.placesOne();
        var held = new CountDownLatch(1);
        try (var askers = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (var i = 0;
                        i < ComputePool.MOST_IN_ALL + Runtime.getRuntime().availableProcessors();
                        i++) {
                    var other = new StoreId(new UUID(9, i));
                    askers.execute(() ->
                            CurrentTenant.in(other, () -> pool.goOn(ComputeKind.DOCUMENT, () -> await(held))));
                }
                while (pool.waiting() < ComputePool.MOST_IN_ALL) {
                    Thread.onSpinWait();
                }
                var receipt = shop.owner().get(Api.STAFF + "/orders/" + order + "/receipt");
                assertThat(receipt.status()).as(receipt::toString).isEqualTo(503);
                assertThat(receipt.faults()).containsExactly("server.busy");
                assertThat(receipt.header("Retry-After")).isNotEmpty();

                var signIn = signIn(shop);
                assertThat(signIn.status()).as(signIn::toString).isEqualTo(429);
                assertThat(signIn.faults()).containsExactly("rate.exceeded");
                assertThat(signIn.header("Retry-After")).isNotEmpty();

                assertThat(shop.placesOne()).isNotEmpty();
                var sheet = shop.key().get(Api.KEYS + "/orders/export");
                assertThat(sheet.status()).as(sheet::toString).isEqualTo(200);
            } finally {
                held.countDown();
            }
        }
        assertThat(signIn(shop).status()).isEqualTo(200);
        assertThat(shop.owner().get(Api.STAFF + "/orders/" + order + "/receipt").status())
                .isEqualTo(200);
    }

    private Api.Reply signIn(Shop shop) {
        return api.post(
                "/api/v1/auth/login",
                Api.object().put("phone", shop.ownerPhone()).put("password", Shop.PASSWORD));
    }

    private static boolean await(CountDownLatch held) {
        try {
            held.await();
            return true;
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
