package iq.sendy.egress;

import iq.sendy.platform.url.HostSyntax;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** An address in its parts, allowed by its looks; what its name resolves to is judged anew at each connection. */
public final class Target {

    private final boolean secure;
    private final HostSyntax.Host host;
    private final int port;
    private final String path;
    private final EgressScope egressScope;
    private final String origin;
    private final String authority;

    Target(boolean secure, HostSyntax.Host host, int port, String path, EgressScope egressScope) {
        this.secure = secure;
        this.host = host;
        this.port = port;
        this.path = path;
        this.egressScope = egressScope;
        var name = host.text().indexOf(':') < 0 ? host.text() : "[" + host.text() + "]";
        this.authority = port == (secure ? 443 : 80) ? name : name + ":" + port;
        this.origin = (secure ? "https://" : "http://") + authority;
    }

    /** What connections are shared by: scheme, host and port. */
    String origin() {
        return origin;
    }

    /** The {@code Host} header. */
    String authority() {
        return authority;
    }

    boolean secure() {
        return secure;
    }

    /** The name that the certificate must be for; an IPv6 address without its brackets. */
    String host() {
        return host.text();
    }

    /** The address, where the host is one and not a name. */
    @Nullable
    InetAddress literal() {
        return host.literal();
    }

    int port() {
        return port;
    }

    /** Path and query, as they go into the request line. */
    String path() {
        return path;
    }

    EgressScope reach() {
        return egressScope;
    }

    @Override
    public String toString() {
        return origin + path;
    }
}
