package iq.sendy.shop.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import iq.sendy.platform.limits.Networks;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Count of host names that are no shop's, by the network that asked for them. Whoever makes up too many in a minute is not looked
 * up any more for names that are new: they are this Sendy's, as most are. Names asked for before are looked up as ever, since a
 * Sendy that people reach by an odd name is asked by it all day.
 */
@Component
class MadeUpHosts {

    private static final int MOST = 100;
    private static final int NETWORKS = 2_000;

    /** By their hashes: names are long, and two that share one are looked up both. */
    private final Cache<String, Set<Integer>> names = Caffeine.newBuilder()
            .maximumSize(NETWORKS)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    /** Whether a name may be looked up; it counts as made up until it is {@link #found}. */
    boolean admits(HttpServletRequest request, String name) {
        var known = known(request);
        synchronized (known) {
            return known.contains(name.hashCode()) || (known.size() < MOST && known.add(name.hashCode()));
        }
    }

    /** It is a shop's. */
    void found(HttpServletRequest request, String name) {
        var known = known(request);
        synchronized (known) {
            known.remove(name.hashCode());
        }
    }

    private Set<Integer> known(HttpServletRequest request) {
        return names.get(Networks.of(request.getRemoteAddr()), _ -> new HashSet<>());
    }
}
