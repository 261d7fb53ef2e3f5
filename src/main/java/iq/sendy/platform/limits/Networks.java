package iq.sendy.platform.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Networks as strangers have them, so that nobody counts as many by changing an address. */
public final class Networks {

    /** What a house has of IPv6, in bytes. */
    private static final int HOUSE = 8;

    /** What a provider gives to one customer of IPv6 at most, in bytes. */
    private static final int SITE = 6;

    /** Among so many neighbours of IPv4 a carrier moves its customers, in bytes. */
    private static final int POOL = 3;

    private Networks() {}

    /** The network that counts as one visitor: an IPv4 address, or the first 64 bits of an IPv6 one, which a home has to itself. */
    public static String of(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address six ? prefix(six, HOUSE) : parsed.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return "-";
        }
    }

    /** Where a visitor is likely to come from the next time: the 256 addresses around it, or the 48 bits of a site. */
    public static String neighbourhood(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            return prefix(parsed, parsed instanceof Inet6Address ? SITE : POOL);
        } catch (IllegalArgumentException notAnAddress) {
            return "-";
        }
    }

    private static String prefix(InetAddress address, int bytes) {
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), bytes)) + "/" + bytes * Byte.SIZE;
    }
}
