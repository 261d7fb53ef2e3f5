package iq.sendy.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/** Where names lead. */
interface Resolver {

    /**
     * All addresses of the name; none within the time is an exception, as is a name that is not known.
     *
     * @throws ResolverBusy when nobody was asked
     */
    List<InetAddress> resolve(String name, Duration within) throws UnknownHostException, ResolverBusy;
}
