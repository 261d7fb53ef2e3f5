package iq.sendy.access;

import iq.sendy.platform.api.Caller;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Permission of a person: what they may be allowed to do, by its full name ({@code store.orders.manage}), with one line
 * for whoever makes a role. {@code manage} does not include {@code view}.
 */
public record Permission(String name, String description) {

    private static final Map<String, Permission> ALL = all();

    private static Map<String, Permission> all() {
        var permissions = new ArrayList<Permission>();
        area(permissions, "orders", "orders, receipts and labels", "orders: place, change, move on, cancel");
        area(permissions, "returns", "return requests", "return requests: ask for, approve, complete");
        area(permissions, "products", "products", "products: add, change, archive, import");
        area(permissions, "inventory", "stock and warehouses", "stock counts, adjustments and warehouses");
        area(permissions, "categories", "categories", "categories");
        area(permissions, "package_sizes", "package sizes", "package sizes");
        area(permissions, "customers", "customers", "customers: notes, tags, blocking");
        area(permissions, "suppliers", "suppliers", "suppliers");
        area(permissions, "purchase_orders", "purchase orders", "purchase orders and goods received");
        area(permissions, "expenses", "expenses", "expenses");
        area(permissions, "discounts", "discount codes and rules", "discount codes and rules");
        area(permissions, "shipping", "shipping rules", "shipping rules");
        area(permissions, "storefront", "the storefront's set-up", "the storefront: texts, theme, address, publishing");
        area(permissions, "settings", "the store's settings and audit log", "the store's settings");
        area(
                permissions,
                "cashier",
                "cashier sessions and settings",
                "the cashier: sessions, cash movements, settings");
        area(permissions, "social_channels", "social channels", "social channels and their agent");
        area(permissions, "conversations", "conversations", "conversations: answer, assign, resolve");
        area(permissions, "subscription", "the subscription and its usage", "the subscription");
        area(permissions, "analytics", "figures and reports", "figures and reports");
        area(permissions, "webhooks", "webhooks, their deliveries and the feed", "webhooks: add, change, replay");
        area(permissions, "api_keys", "API keys", "API keys: make and revoke");
        permissions.add(new Permission(Caller.PERMISSION_PREFIX + "rbac.manage", "Manage roles and staff"));

        var named = new LinkedHashMap<String, Permission>();
        permissions.forEach(permission -> named.put(permission.name(), permission));
        return Collections.unmodifiableMap(named);
    }

    private static void area(List<Permission> permissions, String area, String seen, String managed) {
        permissions.add(new Permission(Caller.PERMISSION_PREFIX + area + ".view", "See " + seen));
        permissions.add(new Permission(Caller.PERMISSION_PREFIX + area + ".manage", "Manage " + managed));
    }

    /** All there are, in the contract's order; an owner holds every one. */
    public static List<Permission> every() {
        return List.copyOf(ALL.values());
    }

    /** The names of all there are. */
    public static List<String> names() {
        return List.copyOf(ALL.keySet());
    }

    /** The first of these permissions that is not held; one that no longer exists grants nothing, and nobody lacks it. */
    public static Optional<String> missing(Collection<String> permissions, Set<String> held) {
        return permissions.stream()
                .filter(permission -> ALL.containsKey(permission) && !held.contains(permission))
                .findFirst();
    }

    /** The permission that a word names in any letter case. */
    public static Optional<String> parse(String word) {
        var name = word.toLowerCase(Locale.ROOT);
        return ALL.containsKey(name) ? Optional.of(name) : Optional.empty();
    }
}
