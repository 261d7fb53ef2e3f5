package iq.sendy.purchasing;

import iq.sendy.catalog.Offer;
import iq.sendy.catalog.Products;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.purchasing.store.SupplierStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Products that a purchase order may order: those of the catalogue that are not archived, sold or not. */
@Component
class OrderedProducts {

    private final Products catalog;
    private final SupplierStore suppliers;
    private final Pipeline pipeline;
    private final UuidGenerator uuidGenerator;

    OrderedProducts(Products catalog, SupplierStore suppliers, Pipeline pipeline, UuidGenerator uuidGenerator) {
        this.catalog = catalog;
        this.suppliers = suppliers;
        this.pipeline = pipeline;
        this.uuidGenerator = uuidGenerator;
    }

    List<Violation> unknown(StoreId store, PurchaseReferences references) {
        var supplier = references.supplier();
        var named = references.products().stream()
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var trip = pipeline.open();
        var found = trip.addIf(supplier != null, () -> suppliers.find(store, Objects.requireNonNull(supplier)));
        var offers = trip.addIf(!named.isEmpty(), () -> catalog.offers(store, List.of(), named));
        trip.send();
        var violations = new ArrayList<Violation>();
        if (supplier != null && !found.any()) {
            violations.add(Violation.at("supplierId", "supplier.unknown"));
        }
        var known = byId(offers, List.of());
        for (var i = 0; i < references.products().size(); i++) {
            var product = references.products().get(i);
            if (product != null && !known.containsKey(product)) {
                violations.add(Violation.at("items[" + i + "].storeProductId", "product.unknown"));
            }
        }
        return violations;
    }

    /**
     * Items of products that were found a moment ago.
     *
     * @param standing products that the purchase order names already, whatever became of them
     */
    List<PurchaseOrderItem> items(StoreId store, List<PurchaseOrderItem.Ordered> ordered, Collection<UUID> standing) {
        var ids = ordered.stream()
                .map(PurchaseOrderItem.Ordered::productId)
                .distinct()
                .toList();
        var known = byId(pipeline.ask(catalog.offers(store, List.of(), ids)), standing);
        return ordered.stream()
                .map(each -> {
                    var offer = known.get(each.productId());
                    if (offer == null) {
                        throw new WriteConflict("the product was archived meanwhile");
                    }
                    return fresh(each, offer);
                })
                .toList();
    }

    private PurchaseOrderItem fresh(PurchaseOrderItem.Ordered ordered, Offer offer) {
        return new PurchaseOrderItem(
                uuidGenerator.next(),
                offer.productId(),
                offer.sku(),
                offer.name(),
                ordered.quantity(),
                ordered.unitCost(),
                ordered.notes(),
                0,
                0);
    }

    private static Map<UUID, Offer> byId(Query<Offer> offers, Collection<UUID> standing) {
        var byId = new HashMap<UUID, Offer>();
        offers.answer().stream()
                .filter(offer -> !offer.archived() || standing.contains(offer.productId()))
                .forEach(offer -> byId.put(offer.productId(), offer));
        return byId;
    }

    static long subTotal(List<PurchaseOrderItem> items) {
        return items.stream()
                .mapToLong(item -> Math.multiplyExact(item.quantity(), item.unitCost()))
                .reduce(0, Math::addExact);
    }
}
