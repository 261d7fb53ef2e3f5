package iq.sendy.meta;

import java.net.URI;
import java.util.Optional;

/**
 * Servers that stand in for those of Meta, for accounts that are theirs alone: calls of such an account go there, token and
 * all, and calls of every other one go where the operator says. A bean of this type need not be there.
 */
public interface GraphHosts {

    /** What the addresses of calls for an account begin with, without a slash at the end; empty for one of Meta's. */
    Optional<URI> of(ChannelType type, String accountId);
}
