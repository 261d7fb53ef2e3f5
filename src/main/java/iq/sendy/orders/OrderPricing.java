package iq.sendy.orders;

import iq.sendy.catalog.Offer;
import iq.sendy.catalog.PackageSize;
import iq.sendy.catalog.PackageSizes;
import iq.sendy.catalog.Products;
import iq.sendy.inventory.Demand;
import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.kernel.WireWord;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Query;
import iq.sendy.pricing.Basket;
import iq.sendy.pricing.Channel;
import iq.sendy.pricing.DiscountCodes;
import iq.sendy.pricing.PricedBasket;
import iq.sendy.pricing.Quotes;
import iq.sendy.pricing.Terms;
import iq.sendy.pricing.TermsQuery;
import iq.sendy.stores.Settings;
import iq.sendy.stores.StoreSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Price of a basket: for a new order, for other items of an order, and for a quote. Its queries share the trip of whoever
 * asks; the use of a code is theirs to send.
 */
@Component
class OrderPricing {
    private final Settings storeSettings;
    private final Products catalog;
    private final PackageSizes packageSizes;
    private final Quotes quotes;
    private final DiscountCodes discountCodes;
    private final UuidGenerator uuidGenerator;

    OrderPricing(
            Settings storeSettings,
            Products catalog,
            PackageSizes packageSizes,
            Quotes quotes,
            DiscountCodes discountCodes,
            UuidGenerator uuidGenerator) {
        this.storeSettings = storeSettings;
        this.catalog = catalog;
        this.packageSizes = packageSizes;
        this.quotes = quotes;
        this.discountCodes = discountCodes;
        this.uuidGenerator = uuidGenerator;
    }

    PricingQueries ask(StoreId store, BasketRequest request, @Nullable Phone phone) {
        return queries(store, request, quotes.terms(store, request.goods().discountCode(), phone));
    }

    /** As {@link #ask}, for an order that has its code already. */
    PricingQueries askAgain(StoreId store, OrderView order, BasketRequest request) {
        var phone = order.customer().phone();
        var terms = quotes.termsAgain(store, order.id(), request.goods().discountCode(), order.discountCode(), phone);
        return queries(store, request, terms);
    }

    /** As {@link #ask}, without a lock. */
    PricingQueries preview(StoreId store, BasketRequest request, @Nullable Phone phone) {
        return queries(store, request, quotes.preview(store, request.goods().discountCode(), phone));
    }

    private PricingQueries queries(StoreId store, BasketRequest request, TermsQuery terms) {
        var skus = request.goods().items().stream()
                .map(PlaceOrder.Item::sku)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var products = request.goods().items().stream()
                .map(PlaceOrder.Item::productId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var size = request.goods().packageSizeId();
        return new PricingQueries(
                storeSettings.query(store),
                request.goods().items().isEmpty() ? Query.known(List.of()) : catalog.offers(store, skus, products),
                size == null ? Query.known(List.of()) : packageSizes.query(store, size),
                terms);
    }

    /** Prices what was asked; with {@code strict} a code that does not hold is a fault, otherwise it is merely lost. */
    PricingOutcome outcome(BasketRequest request, PricingQueries asked, Instant now, boolean strict) {
        var violations = new ArrayList<Violation>();
        var offers = new ArrayList<Offer>();
        for (var i = 0; i < request.goods().items().size(); i++) {
            var item = request.goods().items().get(i);
            if (item.named()) {
                offer(item, i, request, asked, violations).ifPresent(offers::add);
            }
        }
        var size = asked.packageSize().first();
        if (request.goods().packageSizeId() != null
                && size.isEmpty()
                && request.origin().isJudged()) {
            violations.add(Violation.at("packageSizeId", BasketError.UNKNOWN_PACKAGE_SIZE));
        }
        var terms = quotes.answered(asked.terms());
        if (request.origin() == BasketRequest.Origin.DRAFT
                || offers.size() < request.goods().items().size()) {
            if (strict) {
                // What the basket comes to is not known; whatever else is wrong with the code is said with the rest.
                checkCode(terms, Long.MAX_VALUE, now, violations);
            }
            return new PricingOutcome.Invalid(violations);
        }
        var basket = basket(request, offers, asked.settings(), size);
        var value = request.goods().orderValue();
        var mismatch = !offers.isEmpty() && value != null && value != basket.value();
        if (mismatch && request.origin().isJudged()) {
            violations.add(Violation.at("orderValue", BasketError.VALUE_MISMATCH));
        }
        if (strict) {
            checkCode(terms, basket.valueBeforeDiscounts(), now, violations);
        }
        if (!violations.isEmpty()) {
            return new PricingOutcome.Invalid(violations);
        }
        var pricedBasket = quotes.price(basket, terms, now);
        var codeDiffers = basket.codeTook() != null
                && !Objects.equals(
                        pricedBasket.code(),
                        quotes.price(basket.askingTheCode(), terms, now).code());
        return new PricingOutcome.Priced(
                pricedBasket,
                lines(pricedBasket, offers),
                demands(request.goods().items(), offers),
                terms,
                mismatch || codeDiffers || differs(request.goods().items(), pricedBasket, offers));
    }

    /** Whether a price was sent that is not the catalogue's, nor what the rules make of it. */
    private static boolean differs(List<PlaceOrder.Item> items, PricedBasket priced, List<Offer> offers) {
        return IntStream.range(0, offers.size()).anyMatch(i -> {
            var taken = priced.lines().get(i).unitPrice();
            return items.get(i).unitPrice() != null
                    && !Objects.equals(taken, offers.get(i).price());
        });
    }

    private static void checkCode(Terms terms, long value, Instant now, List<Violation> violations) {
        terms.refusal(value, now).ifPresent(why -> violations.add(Violation.at("discountCode", why)));
    }

    private static Optional<Offer> offer(
            PlaceOrder.Item item, int index, BasketRequest request, PricingQueries asked, List<Violation> violations) {
        var path = "items[" + index + "]." + (item.sku() == null ? "productId" : "sku");
        var offers = asked.offers().answer();
        var found = offers.stream()
                .filter(offer -> item.sku() == null || offer.sku().equals(item.sku()))
                .filter(offer -> item.productId() == null || offer.productId().equals(item.productId()))
                .filter(offer -> !offer.archived() || request.origin() == BasketRequest.Origin.SOLD)
                .findFirst();
        if (found.isEmpty()) {
            violations.add(Violation.at(path, BasketError.UNKNOWN_PRODUCT));
        } else if (!found.get().active() && request.origin() != BasketRequest.Origin.SOLD) {
            violations.add(Violation.at(path, BasketError.INACTIVE_PRODUCT));
        }
        return found;
    }

    private static Basket basket(
            BasketRequest request, List<Offer> offers, StoreSettings settings, Optional<PackageSize> size) {
        var lines = new ArrayList<Basket.BasketLine>();
        for (var i = 0; i < offers.size(); i++) {
            var offer = offers.get(i);
            var item = request.goods().items().get(i);
            var listed = offer.price() == null ? 0L : offer.price();
            lines.add(new Basket.BasketLine(
                    offer.productId(),
                    offer.sku(),
                    offer.name(),
                    item.quantity(),
                    item.unitPrice() == null ? listed : item.unitPrice(),
                    Set.copyOf(offer.categories()),
                    offer.weightGrams(),
                    item.unitPrice() == null && offer.price() == null));
        }
        if (lines.isEmpty()) {
            lines.add(Basket.BasketLine.ofValue(
                    Objects.requireNonNull(request.goods().orderValue())));
        }
        var delivery = new Basket.Delivery(
                request.deliveryMode() == DeliveryMode.PICKUP,
                request.provinceCode(),
                request.deliveryFee(),
                size.map(PackageSize::maxWeightGrams).orElse(null),
                settings.defaultWeightGrams(),
                settings.defaultDeliveryFee());
        var channel = WireWord.of(Channel.class, request.source().toString());
        return new Basket(lines, channel, delivery, offBefore(request, offers), sale(request, offers));
    }

    /** A sale that has happened costs what was taken for it: what rules had taken off is in the prices it was sent with. */
    private static Basket.@Nullable Sale sale(BasketRequest request, List<Offer> offers) {
        if (request.origin() != BasketRequest.Origin.SOLD) {
            return null;
        }
        var listed = offers.stream()
                .map(offer -> offer.price() == null ? OptionalLong.empty() : OptionalLong.of(offer.price()))
                .toList();
        // A sale by its value is one line without product.
        return new Basket.Sale(listed.isEmpty() ? List.of(OptionalLong.empty()) : listed, request.codeTook());
    }

    /** A sale that has happened was sent with prices that rules had lowered; what they took off is known by the catalogue. */
    private static long offBefore(BasketRequest request, List<Offer> offers) {
        if (request.origin() != BasketRequest.Origin.SOLD) {
            return 0;
        }
        var items = request.goods().items();
        return IntStream.range(0, offers.size())
                .mapToLong(i -> {
                    var listed = offers.get(i).price();
                    var sent = items.get(i).unitPrice();
                    return listed == null || sent == null
                            ? 0
                            : Math.max(0, listed - sent) * items.get(i).quantity();
                })
                .sum();
    }

    private List<OrderLine> lines(PricedBasket pricedBasket, List<Offer> offers) {
        var lines = new ArrayList<OrderLine>();
        for (var i = 0; i < offers.size(); i++) {
            lines.add(fresh(offers.get(i), pricedBasket.lines().get(i)));
        }
        return lines;
    }

    private OrderLine fresh(Offer offer, PricedBasket.PricedLine priced) {
        return new OrderLine(
                uuidGenerator.next(),
                offer.productId(),
                offer.sku(),
                priced.name(),
                priced.quantity(),
                priced.unitPrice(),
                priced.discountAmount(),
                priced.lineTotal(),
                offer.unitCost(),
                0,
                priced.unpriced());
    }

    /** Two lines of one product are wanted together, or each would be compared with the whole stock. */
    private static List<Demand> demands(List<PlaceOrder.Item> items, List<Offer> offers) {
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

    /** Uses the code of a basket for a new order; null when there is none, or when the order holds it already. */
    @Nullable
    Query<Boolean> use(StoreId store, Terms terms, @Nullable Phone phone, UUID order, Instant now) {
        var code = terms.code();
        var found = code == null || code.held() ? null : code.found();
        return found == null ? null : discountCodes.use(store, found.id(), phone, order, now);
    }

    /** Gives the use of an order's code back. Codes are locked before stock, by every transaction that takes both. */
    Query<Boolean> giveBackCode(StoreId store, UUID order, Instant now) {
        return discountCodes.giveBack(store, order, now);
    }
}
