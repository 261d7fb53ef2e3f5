package iq.sendy.platform.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** The network that counts as one visitor: an IPv4 address, or the first 64 bits of an IPv6 one, which a home has to itself. */
final class Networks {

    private Networks() {}

    static String of(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), 8)) + "/64"
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            return "-";
        }
    }
}
