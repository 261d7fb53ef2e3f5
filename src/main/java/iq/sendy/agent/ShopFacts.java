package iq.sendy.agent;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts of the shop that a reply may name without a tool having told them: where it is found and how it is reached.
 *
 * @param slug its name under the platform's host, lower case
 * @param platformHost the host of everybody's shops: there only addresses with the slug are its own
 * @param hosts its own domains, lower case, without a port
 * @param policy a policy text that the prompt itself tells; null where policies come by a tool alone
 */
public record ShopFacts(
        String name,
        String slug,
        String platformHost,
        Set<String> hosts,
        Set<Phone> phones,
        Currency currency,
        @Nullable String policy) {

    public ShopFacts {
        hosts = Set.copyOf(hosts);
        phones = Set.copyOf(phones);
    }
}
