package iq.sendy.shop;

import iq.sendy.checkout.BasketItem;
import iq.sendy.checkout.ShopBasket;
import iq.sendy.checkout.ShopOrders;
import iq.sendy.geography.Geography;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Bound;
import iq.sendy.pricing.DeliveryFees;
import iq.sendy.pricing.PricedBasket;
import iq.sendy.shop.CartView.CartRow;
import iq.sendy.storefront.Cart;
import iq.sendy.storefront.OpenStorefront;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Carts of visitors, with what their products are and cost at this moment. They hold nothing: a browser does. */
@Service
public class ShopCarts {

    private final ShopWindow shopWindow;
    private final ShopOrders shopOrders;
    private final DeliveryFees deliveryFees;
    private final Geography geography;

    ShopCarts(ShopWindow shopWindow, ShopOrders shopOrders, DeliveryFees deliveryFees, Geography geography) {
        this.shopWindow = shopWindow;
        this.shopOrders = shopOrders;
        this.deliveryFees = deliveryFees;
        this.geography = geography;
    }

    /** A cart, before it is known who orders and where it goes. */
    @Transactional(readOnly = true)
    public CartView view(OpenStorefront shop, Cart cart) {
        return view(shop, cart, Wishes.NONE);
    }

    /** A cart, with what has been typed so far by whoever orders it; what cannot be yet is left out. */
    @Transactional(readOnly = true)
    public CartView view(OpenStorefront shop, Cart cart, Wishes wishes) {
        if (cart.isEmpty()) {
            return CartView.EMPTY;
        }
        var products = shopWindow.bySku(shop, cart.skus()).stream()
                .collect(Collectors.toMap(ShopProduct::sku, product -> product));
        var rows = cart.lines().stream()
                .map(line -> row(line, products.get(line.sku())))
                .toList();
        var priced = price(shop, rows, wishes);
        if (priced == null) {
            return new CartView(rows, null, null, wishes.provinceCode());
        }
        var store = shop.store().id();
        var province = wishes.provinceCode();
        var fees = province == null
                ? deliveryFees.span(store, shop.settings(), priced.subTotal())
                : geography
                        .province(province)
                        .flatMap(to -> deliveryFees.span(store, shop.settings(), priced.subTotal(), to));
        return new CartView(rows, priced, fees.orElse(null), province);
    }

    private static CartRow row(Cart.CartLine line, @Nullable ShopProduct product) {
        var price = product == null ? null : product.price();
        return new CartRow(
                line.sku(),
                line.quantity(),
                product,
                price == null ? null : Long.valueOf(Math.multiplyExact(price, line.quantity())));
    }

    private @Nullable PricedBasket price(OpenStorefront shop, List<CartRow> rows, Wishes wishes) {
        var items = new ArrayList<BasketItem>();
        rows.stream().filter(CartRow::sold).forEach(row -> items.add(new BasketItem(row.sku(), row.quantity())));
        if (items.isEmpty()) {
            return null;
        }
        var basket = ShopBasket.of(items, wishes.phone(), wishes.provinceCode(), wishes.discountCode());
        return switch (shopOrders.quote(shop, new Bound<>(basket, new Violations()))) {
            case ShopBasket.Result.Quoted(var priced) -> priced;
            // It was taken out of the shop a moment ago.
            case ShopBasket.Result.Invalid _ -> null;
        };
    }
}
