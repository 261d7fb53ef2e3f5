package iq.sendy.catalog;

import iq.sendy.catalog.ProductsListed.Listed;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Audit;
import org.jspecify.annotations.Nullable;

/** Change of a product: how it was and how it is; before is null when it is new. */
record ProductChange(
        @Nullable ProductView before,
        ProductView after,
        @Nullable Long available) {

    boolean relisted() {
        return before == null
                || !before.sku().equals(after.sku())
                || !before.name().equals(after.name())
                || before.archived() != after.archived()
                || untracked(before) != untracked(after);
    }

    /** How many products more are on the list, or fewer. */
    long listsMore() {
        return listed(after) - (before == null ? 0 : listed(before));
    }

    private static long listed(ProductView product) {
        return product.archived() ? 0 : 1;
    }

    private static boolean untracked(ProductView product) {
        return Boolean.FALSE.equals(product.trackStated());
    }

    Listed listed() {
        return new Listed(
                after.id(),
                after.sku(),
                after.name(),
                after.archived(),
                before == null,
                untracked(after),
                before == null ? after.initialQuantity() : null);
    }

    Object event(StoreId store, String currency) {
        if (before == null) {
            return new ProductCreated(store.value(), currency, after, available);
        }
        return after.archived()
                ? new ProductDeleted(store.value(), currency, after, available)
                : new ProductUpdated(store.value(), currency, after, available);
    }

    Audit.Change audited() {
        return new Audit.Change("product." + verb(), "product", after.id(), before, after);
    }

    private String verb() {
        if (before == null) {
            return "created";
        }
        return after.archived() ? "archived" : "updated";
    }
}
