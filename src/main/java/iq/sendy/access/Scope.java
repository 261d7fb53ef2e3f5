package iq.sendy.access;

import iq.sendy.platform.api.Caller;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Scope of an API key: what it may be allowed to do ({@code orders:write}), and the permissions that a person needs to
 * hand it out: those that the contract's operations pair with it. {@code write} does not include {@code read}.
 */
public record Scope(String name, Set<String> permissions) {

    private static final Map<String, Scope> ALL = all();

    public Scope {
        permissions = Set.copyOf(permissions);
    }

    private static Map<String, Scope> all() {
        var scopes = new LinkedHashMap<String, Scope>();
        both(scopes, "orders", "orders", "returns");
        both(scopes, "catalog", "products", "inventory", "categories", "package_sizes");
        both(scopes, "purchasing", "suppliers", "purchase_orders");
        both(scopes, "customers", "customers");
        both(scopes, "discounts", "discounts");
        both(scopes, "finance", "expenses");
        both(scopes, "messaging", "conversations");
        both(scopes, "shipping", "shipping");
        both(scopes, "storefront", "storefront");
        both(scopes, "cashier", "cashier");
        pair(scopes, "settings:read", "settings.view", "subscription.view");
        pair(scopes, "settings:write", "settings.manage", "subscription.manage");
        both(scopes, "webhooks", "webhooks");
        both(scopes, "social", "social_channels");
        both(scopes, "keys", "api_keys");
        pair(scopes, "analytics:read", "analytics.view");
        pair(scopes, "printing:read", "orders.view");
        return Collections.unmodifiableMap(scopes);
    }

    private static void both(Map<String, Scope> scopes, String area, String... areas) {
        pair(scopes, area + ":read", Stream.of(areas).map(one -> one + ".view").toArray(String[]::new));
        pair(
                scopes,
                area + ":write",
                Stream.of(areas).map(one -> one + ".manage").toArray(String[]::new));
    }

    private static void pair(Map<String, Scope> scopes, String name, String... permissions) {
        scopes.put(name, new Scope(name, Set.of(permissions)));
    }

    /** All there are. */
    public static List<Scope> every() {
        return List.copyOf(ALL.values());
    }

    /** A key holds its scopes; a person holds a scope who may do everything that goes with it. */
    public boolean isHeldBy(Caller caller) {
        return switch (caller.kind()) {
            case KEY -> caller.rights().contains(name);
            case USER ->
                permissions.stream()
                        .allMatch(permission -> caller.rights().contains(Caller.PERMISSION_PREFIX + permission));
            case ADMIN -> false;
        };
    }

    /** The scope that a word names in any letter case. */
    public static Optional<Scope> parse(String word) {
        return Optional.ofNullable(ALL.get(word.toLowerCase(Locale.ROOT)));
    }
}
