package iq.sendy.shop.web;

import iq.sendy.checkout.ShopCheckout;
import iq.sendy.geography.Geography;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Digits;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.Phone;
import iq.sendy.orders.GeoPoint;
import iq.sendy.platform.body.Binder;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.shop.Wishes;
import iq.sendy.storefront.Cart;
import iq.sendy.storefront.Cart.CartLine;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checkout form as it was typed: its page shows all of it again, whatever is wrong. It names its goods itself, so that what
 * is sent is what was seen, and not what another tab has put into the cart meanwhile.
 *
 * @param typed the fields by their names
 */
record CheckoutForm(Map<String, String> typed, Cart cart) {

    private static final int LONGEST = 4_000;
    private static final int LONGEST_COORDINATE = 24;
    private static final int LONGEST_CODE = 100;

    /** Each field with the name that checkout has for it. */
    private static final Map<String, String> NAMES = Map.of(
            "phone", "customerPhone",
            "name", "customerName",
            "province", "addressProvinceCode",
            "area", "addressAreaId",
            "address", "customerAddress",
            "notes", "notes",
            "code", "discountCode",
            "otp", "otpCode");

    private static final List<String> OTHERS = List.of("lat", "lng", "round", "shown", "website");

    CheckoutForm {
        typed = Map.copyOf(typed);
    }

    /** What is there before anything was typed. */
    static CheckoutForm fresh(Cart cart, String round) {
        return new CheckoutForm(Map.of("round", round), cart);
    }

    static CheckoutForm of(HttpServletRequest request) {
        var typed = new HashMap<String, String>();
        NAMES.keySet().forEach(name -> take(name, request, typed));
        OTHERS.forEach(name -> take(name, request, typed));
        return new CheckoutForm(typed, cart(request));
    }

    /** The form's name of a field that checkout calls otherwise. */
    static Optional<String> fieldOf(String name) {
        return NAMES.entrySet().stream()
                .filter(each -> each.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static void take(String name, HttpServletRequest request, Map<String, String> typed) {
        var value = request.getParameter(name);
        if (value != null && value.length() <= LONGEST) {
            typed.put(name, readable(value));
        }
    }

    /** Without signs that no keyboard makes and no database takes. */
    private static String readable(String value) {
        return value.codePoints()
                .filter(c -> !Character.isISOControl(c) || c == '\n' || c == '\t')
                .filter(c -> Character.getType(c) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Cart cart(HttpServletRequest request) {
        var skus = request.getParameterValues("sku");
        var pieces = request.getParameterValues("pieces");
        if (skus == null || pieces == null || skus.length != pieces.length) {
            return Cart.EMPTY;
        }
        var lines = new ArrayList<CartLine>();
        for (var i = 0; i < skus.length; i++) {
            var count =
                    Math.min(Cart.MOST_PIECES, CartController.pieces(pieces[i]).orElse(1));
            if (count > 0 && CartController.possible(skus[i])) {
                lines.add(new CartLine(skus[i], count));
            }
        }
        return new Cart(lines);
    }

    public String get(String field) {
        return typed.getOrDefault(field, "");
    }

    CheckoutForm without(String field) {
        var rest = new HashMap<>(typed);
        rest.remove(field);
        return new CheckoutForm(rest, cart);
    }

    Optional<Phone> phone() {
        return Phone.parse(get("phone"));
    }

    /** What bots fill in and people do not see. */
    String trap() {
        return get("website");
    }

    /** The total that the page showed; null when it showed none. */
    @Nullable
    Long shown() {
        var shown = get("shown");
        return Digits.only(shown, 18) ? Long.valueOf(shown) : null;
    }

    /** What it costs by, as far as it can be read. */
    Wishes wishes(Geography geography) {
        var code = InputText.beyond(get("code"), LONGEST_CODE) ? "" : InputText.clean(get("code"));
        return new Wishes(
                phone().orElse(null),
                geography.province(get("province")).map(found -> found.code()).orElse(null),
                code.isEmpty() || code.length() > LONGEST_CODE ? null : code);
    }

    /**
     * The same form with the same goods for the same phone in the same round is one order, however often and from however many
     * tabs it comes. Whoever goes back to mend the phone, or hands the device on, orders anew.
     */
    @Nullable
    String token() {
        if (get("round").isEmpty()) {
            return null;
        }
        var goods = new StringBuilder(get("round"))
                .append('\n')
                .append(phone().map(Phone::value).orElse(""));
        cart.lines()
                .forEach(line ->
                        goods.append('\n').append(line.quantity()).append(' ').append(line.sku()));
        var digest = Digests.sha256(goods.toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, 24));
    }

    /** As checkout binds what programs send, with the same faults. */
    Bound<ShopCheckout> bound(Currency currency) {
        var body = JsonNodeFactory.instance.objectNode();
        NAMES.forEach((field, name) -> body.put(name, get(field)));
        place(body);
        var items = body.putArray("items");
        cart.lines().forEach(line -> items.addObject().put("sku", line.sku()).put("quantity", line.quantity()));
        return Binder.row(ShopCheckout.class, body, currency);
    }

    /** A place outside of Iraq is left out: nobody typed it, and the address is enough. */
    private void place(ObjectNode body) {
        var lat = coordinate(get("lat")).filter(GeoPoint::latInIraq);
        var lng = coordinate(get("lng")).filter(GeoPoint::lngInIraq);
        if (lat.isPresent() && lng.isPresent()) {
            body.put("deliveryLat", lat.get());
            body.put("deliveryLng", lng.get());
        }
    }

    private static Optional<BigDecimal> coordinate(String typed) {
        var plain = !typed.isEmpty()
                && typed.length() <= LONGEST_COORDINATE
                && typed.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '.' || c == '-');
        try {
            return plain ? Optional.of(new BigDecimal(typed)) : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}
