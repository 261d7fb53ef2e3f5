package iq.sendy.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/** Asks where one name leads, for as long as that takes within its own bounds. */
interface NameLookup {

    /**
     * All that is known of the name now.
     *
     * @throws ResolverBusy when nobody was asked
     */
    Addresses find(String name) throws UnknownHostException, ResolverBusy;

    /**
     * Where a name leads.
     *
     * @param life for how long whoever owns the name lets others remember it
     */
    record Addresses(List<InetAddress> all, Duration life) {

        public Addresses {
            all = List.copyOf(all);
        }
    }
}
