package iq.sendy.platform.limits;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How many requests a minute holds. The network is that of the socket's other end: behind a proxy of your own set
 * {@code SERVER_FORWARD_HEADERS_STRATEGY=native}, or all visitors count as one.
 */
@Component
class RateSettings {

    private final boolean enabled;
    private final int keyPerMinute;
    private final int userPerMinute;
    private final int networkPerMinute;

    @Autowired
    RateSettings(
            @Value("${sendy.ratelimit.enabled:true}") boolean enabled,
            @Value("${sendy.ratelimit.key-per-minute:600}") int keyPerMinute,
            @Value("${sendy.ratelimit.user-per-minute:600}") int userPerMinute,
            @Value("${sendy.ratelimit.network-per-minute:60}") int networkPerMinute) {
        this.enabled = enabled;
        this.keyPerMinute = keyPerMinute;
        this.userPerMinute = userPerMinute;
        this.networkPerMinute = networkPerMinute;
    }

    boolean enabled() {
        return enabled;
    }

    int keyPerMinute() {
        return keyPerMinute;
    }

    int userPerMinute() {
        return userPerMinute;
    }

    int networkPerMinute() {
        return networkPerMinute;
    }
}
