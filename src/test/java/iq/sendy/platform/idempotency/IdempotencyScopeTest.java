package iq.sendy.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerMapping;

/** Whose key for repeats it is, where nobody has signed in. */
class IdempotencyScopeTest {

    private static String scope(String address, String method, String route) {
        var request = new MockHttpServletRequest(method, route);
        request.setRemoteAddr(address);
        request.setAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE, route);
        return IdempotencyScope.of(request);
    }

    @Test
    void strangers_of_two_networks_do_not_share_a_key() {
        var one = scope("192.0.2.1", "POST", "/api/v1/public/orders");

        assertThat(scope("192.0.2.1", "POST", "/api/v1/public/orders")).isEqualTo(one);
        assertThat(scope("192.0.2.2", "POST", "/api/v1/public/orders")).isNotEqualTo(one);
        assertThat(scope("192.0.2.1", "POST", "/api/v1/public/quotes")).isNotEqualTo(one);
        assertThat(scope("192.0.2.1", "PUT", "/api/v1/public/orders")).isNotEqualTo(one);
    }
}
