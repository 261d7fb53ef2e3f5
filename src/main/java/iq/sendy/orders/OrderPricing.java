package iq.sendy.orders;

import iq.sendy.catalog.Catalog;
import iq.sendy.catalog.Offer;
import iq.sendy.catalog.PackageSize;
import iq.sendy.inventory.Demand;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Query;
import iq.sendy.pricing.Basket;
import iq.sendy.pricing.Channel;
import iq.sendy.pricing.PricedBasket;
import iq.sendy.pricing.Quotes;
import iq.sendy.pricing.Terms;
import iq.sendy.pricing.TermsQuery;
import iq.sendy.stores.StoreSettings;
import iq.sendy.stores.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Works out what a basket comes to: for a new order, for other items of an order, and for a quote. Its questions share the
 * trip of whoever asks; what it answers changes nothing.
 */
@Component
class OrderPricing {

    private final Stores stores;
    private final Catalog catalog;
    private final Quotes quotes;
    private final UuidGenerator uuidGenerator;

    OrderPricing(Stores stores, Catalog catalog, Quotes quotes, UuidGenerator uuidGenerator) {
        this.stores = stores;
        this.catalog = catalog;
        this.quotes = quotes;
        this.uuidGenerator = uuidGenerator;
    }

    /** What is to be worked out. */
    record Wanted(
            List<PlaceOrder.Item> items,
            @Nullable Long orderValue,
            @Nullable String discountCode,
            OrderSource source,
            boolean pickup,
            @Nullable String provinceCode,
            @Nullable Long deliveryFee,
            @Nullable UUID packageSizeId,
            Origin origin) {

        /** Where a basket comes from, which decides what of it is judged. */
        enum Origin {
            /** A request that was found valid: everything in it is judged. */
            REQUEST,
            /** A request with faults: what it names is judged, and its value is not known. */
            DRAFT,
            /** An order that stands: what it named when it was placed may be gone since, and is not judged again. */
            STORED
        }

        static Wanted of(PlaceOrder command) {
            return new Wanted(
                    command.items(),
                    command.orderValue(),
                    command.discountCode(),
                    command.source(),
                    command.deliveryMode() == DeliveryMode.PICKUP,
                    command.provinceCode(),
                    command.deliveryFee(),
                    command.packageSizeId(),
                    Origin.REQUEST);
        }
    }

    /** The questions of a basket, in the order in which they must be sent. */
    record Questions(
            Query<StoreSettings> settings,
            @Nullable Query<Offer> offers,
            @Nullable Query<PackageSize> packageSize,
            TermsQuery terms) {

        List<Query<?>> parts() {
            var parts = new ArrayList<Query<?>>();
            parts.add(settings);
            if (offers != null) {
                parts.add(offers);
            }
            if (packageSize != null) {
                parts.add(packageSize);
            }
            parts.addAll(terms.parts());
            return parts;
        }

        StoreSettings rules() {
            return settings.first().orElse(StoreSettings.DEFAULTS);
        }
    }

    /** What a basket comes to, or everything that is wrong with it. */
    sealed interface Worked {

        /**
         * It can be ordered, if there is enough.
         *
         * @param wants tracked pieces, over all lines
         */
        record Fits(PricedBasket priced, List<OrderLine> lines, List<Demand> wants, Terms terms) implements Worked {}

        /** It cannot; of a draft in which nothing but what its sender knows is wrong there are no flaws. */
        record Flawed(List<OrderViolation> flaws) implements Worked {}
    }

    Questions ask(StoreId store, Wanted wanted, @Nullable Phone phone) {
        return questions(store, wanted, quotes.terms(store, wanted.discountCode(), phone));
    }

    /** As {@link #ask}, for an order that has its code already. */
    Questions askAgain(StoreId store, OrderView order, Wanted wanted) {
        var phone = order.customer().phone();
        var terms = quotes.termsAgain(store, order.id(), wanted.discountCode(), order.discountCode(), phone);
        return questions(store, wanted, terms);
    }

    /** As {@link #ask}, without a lock. */
    Questions preview(StoreId store, Wanted wanted, @Nullable Phone phone) {
        return questions(store, wanted, quotes.preview(store, wanted.discountCode(), phone));
    }

    private Questions questions(StoreId store, Wanted wanted, TermsQuery terms) {
        var skus = wanted.items().stream()
                .map(PlaceOrder.Item::sku)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var products = wanted.items().stream()
                .map(PlaceOrder.Item::productId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var size = wanted.packageSizeId();
        return new Questions(
                stores.settings(store),
                wanted.items().isEmpty() ? null : catalog.offers(store, skus, products),
                size == null ? null : catalog.packageSize(store, size),
                terms);
    }

    /** Prices what was asked; with {@code strict} a code that does not hold is a flaw, otherwise it is merely lost. */
    Worked out(Wanted wanted, Questions asked, Instant now, boolean strict) {
        var flaws = new ArrayList<OrderViolation>();
        var offers = new ArrayList<Offer>();
        for (var i = 0; i < wanted.items().size(); i++) {
            var item = wanted.items().get(i);
            if (item.named()) {
                offer(item, i, asked, flaws).ifPresent(offers::add);
            }
        }
        var size = asked.packageSize() == null
                ? Optional.<PackageSize>empty()
                : asked.packageSize().first();
        if (wanted.packageSizeId() != null && size.isEmpty() && wanted.origin() != Wanted.Origin.STORED) {
            flaws.add(new OrderViolation("packageSizeId", "package_size.unknown"));
        }
        var terms = quotes.answered(asked.terms());
        if (wanted.origin() == Wanted.Origin.DRAFT
                || offers.size() < wanted.items().size()) {
            if (strict) {
                // What the basket comes to is not known; whatever else is wrong with the code is said with the rest.
                checkCode(terms, Long.MAX_VALUE, now, flaws);
            }
            return new Worked.Flawed(flaws);
        }
        var basket = basket(wanted, offers, asked.rules(), size);
        var value = wanted.orderValue();
        if (!offers.isEmpty() && value != null && value != basket.value()) {
            flaws.add(new OrderViolation("orderValue", "order.value_mismatch"));
        }
        if (strict) {
            checkCode(terms, basket.value(), now, flaws);
        }
        if (!flaws.isEmpty()) {
            return new Worked.Flawed(flaws);
        }
        var pricedBasket = quotes.price(basket, terms, now);
        return new Worked.Fits(pricedBasket, lines(pricedBasket, offers), wants(wanted.items(), offers), terms);
    }

    private static void checkCode(Terms terms, long value, Instant now, List<OrderViolation> flaws) {
        terms.refusal(value, now).ifPresent(why -> flaws.add(new OrderViolation("discountCode", why.code())));
    }

    private static Optional<Offer> offer(PlaceOrder.Item item, int index, Questions asked, List<OrderViolation> flaws) {
        var path = "items[" + index + "]." + (item.sku() == null ? "productId" : "sku");
        var offers = Objects.requireNonNull(asked.offers()).answer();
        var found = offers.stream()
                .filter(offer -> item.sku() == null || offer.sku().equals(item.sku()))
                .filter(offer -> item.productId() == null || offer.productId().equals(item.productId()))
                .filter(offer -> !offer.archived())
                .findFirst();
        if (found.isEmpty()) {
            flaws.add(new OrderViolation(path, "product.unknown"));
        } else if (!found.get().active()) {
            flaws.add(new OrderViolation(path, "product.inactive"));
        }
        return found;
    }

    private static Basket basket(
            Wanted wanted, List<Offer> offers, StoreSettings settings, Optional<PackageSize> size) {
        var lines = new ArrayList<Basket.Line>();
        for (var i = 0; i < offers.size(); i++) {
            var offer = offers.get(i);
            var item = wanted.items().get(i);
            var listed = offer.price() == null ? 0L : offer.price();
            lines.add(new Basket.Line(
                    offer.productId(),
                    offer.sku(),
                    offer.name(),
                    item.quantity(),
                    item.unitPrice() == null ? listed : item.unitPrice(),
                    Set.copyOf(offer.categories()),
                    offer.weightGrams()));
        }
        if (lines.isEmpty()) {
            lines.add(Basket.Line.ofValue(Objects.requireNonNull(wanted.orderValue())));
        }
        var delivery = new Basket.Delivery(
                wanted.pickup(),
                wanted.provinceCode(),
                wanted.deliveryFee(),
                size.map(PackageSize::maxWeightGrams).orElse(null),
                settings.defaultWeightGrams(),
                settings.defaultDeliveryFee());
        return new Basket(lines, Channel.of(wanted.source().toString()), delivery);
    }

    private List<OrderLine> lines(PricedBasket pricedBasket, List<Offer> offers) {
        var lines = new ArrayList<OrderLine>();
        for (var i = 0; i < offers.size(); i++) {
            var line = pricedBasket.lines().get(i);
            lines.add(new OrderLine(
                    uuidGenerator.next(),
                    offers.get(i).productId(),
                    offers.get(i).sku(),
                    line.name(),
                    line.quantity(),
                    line.unitPrice(),
                    line.discountAmount(),
                    line.lineTotal()));
        }
        return lines;
    }

    /** Two lines of one product are wanted together, or each would be compared with the whole stock. */
    private static List<Demand> wants(List<PlaceOrder.Item> items, List<Offer> offers) {
        var pieces = new LinkedHashMap<UUID, Long>();
        for (var i = 0; i < offers.size(); i++) {
            if (offers.get(i).tracked()) {
                pieces.merge(offers.get(i).productId(), items.get(i).quantity(), Math::addExact);
            }
        }
        return pieces.entrySet().stream()
                .map(each -> new Demand(each.getKey(), each.getValue()))
                .toList();
    }
}
