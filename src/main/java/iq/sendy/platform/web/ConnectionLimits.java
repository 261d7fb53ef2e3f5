package iq.sendy.platform.web;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * How long and how many connections may be.
 *
 * @param head from the first byte of a head to its last
 * @param body from the last byte of a head to the last one of its body
 * @param idle between two requests
 * @param crowded the same while three quarters of all connections are taken
 * @param perNetwork open at once from one IPv4 address or one /64 of IPv6
 * @param proxies networks that bring the requests of many; loopback is one of them
 */
record ConnectionLimits(
        Duration head, Duration body, Duration idle, Duration crowded, int perNetwork, List<IpAddressMatcher> proxies) {

    ConnectionLimits {
        proxies = List.copyOf(proxies);
    }

    boolean caps(InetAddress address) {
        var text = address.getHostAddress();
        return proxies.stream().noneMatch(proxy -> proxy.matches(text));
    }
}
