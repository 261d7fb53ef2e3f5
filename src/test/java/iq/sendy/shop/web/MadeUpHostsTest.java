package iq.sendy.shop.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Host names that strangers make up: how many of one network are looked up. */
class MadeUpHostsTest {

    private final MadeUpHosts hosts = new MadeUpHosts();

    private static MockHttpServletRequest from(String address) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }

    private long admitted(MockHttpServletRequest request) {
        return IntStream.range(0, 500)
                .filter(i -> hosts.admits(request, "h" + i + ".example"))
                .count();
    }

    @Test
    void of_many_new_names_that_are_nobodys_a_hundred_are_looked_up() {
        var one = from("198.51.100.7");
        assertThat(admitted(one)).isEqualTo(100);
        assertThat(admitted(from("203.0.113.9"))).isEqualTo(100);
        assertThat(hosts.admits(one, "another.example")).isFalse();
        assertThat(hosts.admits(one, "h3.example")).isTrue();
    }

    @Test
    void names_that_are_shops_do_not_count() {
        var one = from("198.51.100.7");
        for (var i = 0; i < 500; i++) {
            assertThat(hosts.admits(one, "shop" + i + ".example")).isTrue();
            hosts.found(one, "shop" + i + ".example");
        }
        assertThat(admitted(one)).isEqualTo(100);
    }
}
