package iq.sendy.platform.web;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The open connections by the network that they come from: an IPv4 address, or the first 64 bits of an IPv6 one. */
final class NetworkConnections {

    private final ConcurrentMap<Long, Integer> open = new ConcurrentHashMap<>();

    int from(InetAddress address) {
        return open.getOrDefault(network(address), 0);
    }

    void opened(InetAddress address) {
        open.merge(network(address), 1, Integer::sum);
    }

    void closed(InetAddress address) {
        open.computeIfPresent(network(address), (_, count) -> count == 1 ? null : count - 1);
    }

    /** IPv4 addresses are put where IPv6 has multicast, from where nothing is sent. */
    private static long network(InetAddress address) {
        var bytes = ByteBuffer.wrap(address.getAddress());
        return address instanceof Inet6Address ? bytes.getLong() : (-1L << 32) | (bytes.getInt() & 0xffff_ffffL);
    }
}
