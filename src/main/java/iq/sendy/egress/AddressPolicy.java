package iq.sendy.egress;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses may be dialled: what is globally routable, and what the operator opened. The questions of the JDK
 * ({@code isSiteLocalAddress} and its like) know neither shared, nor unique local, nor translated addresses.
 */
final class AddressPolicy {

    private static final List<CidrBlock> DENIED_FOUR = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // A cloud's host agent, on a public number.
            "168.63.129.16/32");

    /** Everything else is outside: mapped, compatible, translated, unique local, link-local, multicast. */
    private static final CidrBlock GLOBAL_SIX = CidrBlock.of("2000::/3");

    private static final List<CidrBlock> DENIED_SIX = networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");
    private static final CidrBlock MAPPED = CidrBlock.ofMapped();

    private final List<CidrBlock> opened;
    private final boolean local;
    private final Set<Integer> ownPorts = ConcurrentHashMap.newKeySet();
    private volatile int managementPort;

    AddressPolicy(List<CidrBlock> opened) {
        this(opened, false);
    }

    private AddressPolicy(List<CidrBlock> opened, boolean local) {
        this.opened = List.copyOf(opened);
        this.local = local;
    }

    /** For servers that the operator configures, who may well run them on this machine. */
    static AddressPolicy everywhere() {
        return new AddressPolicy(networks("0.0.0.0/0", "::/0"), true);
    }

    /** Whether names of this machine and its network may be called. */
    boolean opensLocalNames() {
        return local;
    }

    boolean opensNothing() {
        return opened.isEmpty();
    }

    /** Closes the port of the management server, which is another one when the server has been started anew. */
    void keepOffManagement(int port) {
        managementPort = port;
    }

    /** Closes a port of this machine on which Sendy or its database listens, whatever network is opened. */
    void keepOff(int port) {
        ownPorts.add(port);
    }

    /** As for the address alone; a port of Sendy's own is forbidden as well. */
    @Nullable
    String refusal(InetAddress given, int port, EgressScope egressScope) {
        var own = port == managementPort || ownPorts.contains(port);
        return own && isHere(given) ? "a port of Sendy's own" : refusal(given, egressScope);
    }

    private static boolean isHere(InetAddress address) {
        try {
            return address.isLoopbackAddress()
                    || address.isAnyLocalAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }

    /** The rule that forbids the address, for the log; null where it may be dialled. */
    @Nullable
    String refusal(InetAddress given, EgressScope egressScope) {
        var address = given.getAddress();
        if (MAPPED.contains(address)) {
            address = Arrays.copyOfRange(address, 12, 16);
        }
        if (firstWith(opened, address) != null) {
            return null;
        }
        if (egressScope == EgressScope.OPENED_ONLY) {
            return "plain http and privileged ports stay inside the opened networks";
        }
        if (address.length == 16 && !GLOBAL_SIX.contains(address)) {
            return "outside " + GLOBAL_SIX;
        }
        var denied = firstWith(address.length == 4 ? DENIED_FOUR : DENIED_SIX, address);
        return denied == null ? null : "inside " + denied;
    }

    private static @Nullable CidrBlock firstWith(List<CidrBlock> networks, byte[] address) {
        for (var cidrBlock : networks) {
            if (cidrBlock.contains(address)) {
                return cidrBlock;
            }
        }
        return null;
    }

    private static List<CidrBlock> networks(String... cidrs) {
        return Stream.of(cidrs).map(CidrBlock::of).toList();
    }
}
