package iq.sendy.agent;

import iq.sendy.kernel.Phone;
import iq.sendy.orders.OrderStatus;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Facts of a turn: what the tools said in it, and so what a reply may say of money, links, phones and orders.
 *
 * @param amounts in minor units of the store's currency
 * @param urls links that may be repeated as they are
 * @param orders by their references as the customer may see them, public ids and numbers, and where each stands
 * @param skus and names of products: numbers in them are no amounts
 * @param policies texts of the store on delivery, returns or payment that were among the answers
 * @param freeDelivery whether something said that a delivery costs nothing
 * @param quote the quote that the turn made, whose buttons are the reply
 */
public record TurnFacts(
        Set<Long> amounts,
        Set<String> urls,
        Set<Phone> phones,
        Map<String, OrderStatus> orders,
        Set<String> skus,
        Set<String> policies,
        boolean freeDelivery,
        @Nullable AgentQuote quote) {

    /** Nothing was said yet. */
    public static final TurnFacts NONE = of(Set.of());

    public TurnFacts {
        amounts = Set.copyOf(amounts);
        urls = Set.copyOf(urls);
        phones = Set.copyOf(phones);
        orders = Map.copyOf(orders);
        skus = Set.copyOf(skus);
        policies = Set.copyOf(policies);
    }

    /** Amounts alone. */
    public static TurnFacts of(Set<Long> amounts) {
        return new TurnFacts(amounts, Set.of(), Set.of(), Map.of(), Set.of(), Set.of(), false, null);
    }

    /** A link alone. */
    public static TurnFacts ofUrl(String url) {
        return new TurnFacts(Set.of(), Set.of(url), Set.of(), Map.of(), Set.of(), Set.of(), false, null);
    }

    /** These and those; the later quote is the one that counts. */
    public TurnFacts plus(TurnFacts more) {
        return new TurnFacts(
                union(amounts, more.amounts),
                union(urls, more.urls),
                union(phones, more.phones),
                union(orders, more.orders),
                union(skus, more.skus),
                union(policies, more.policies),
                freeDelivery || more.freeDelivery,
                more.quote == null ? quote : more.quote);
    }

    /** The same, once these texts of the store were told. */
    public TurnFacts withPolicies(Set<String> told) {
        return new TurnFacts(amounts, urls, phones, orders, skus, union(policies, told), freeDelivery, quote);
    }

    /** The same, of a quote that an earlier turn made. */
    TurnFacts withoutQuote() {
        return new TurnFacts(amounts, urls, phones, orders, skus, policies, freeDelivery, null);
    }

    private static <K, V> Map<K, V> union(Map<K, V> one, Map<K, V> other) {
        var all = new HashMap<>(one);
        all.putAll(other);
        return all;
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        var all = new HashSet<>(one);
        all.addAll(other);
        return all;
    }
}
