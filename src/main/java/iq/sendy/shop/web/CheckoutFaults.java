package iq.sendy.shop.web;

import iq.sendy.platform.api.Violation;
import iq.sendy.pricing.DiscountCodes;
import iq.sendy.shop.CartView;
import iq.sendy.storefront.OpenStorefront;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says what checkout found wrong in the words of the page, in the order of its fields. */
@Component
class CheckoutFaults {

    private static final String ITEMS = "items[";

    private static final List<String> ORDER =
            List.of("line", "phone", "name", "province", "area", "address", "notes", "code", "otp", "");

    /** What is said of a field that is empty or cannot be what it is meant to be. */
    private static final Map<String, String> WRONG = Map.of(
            "phone", "checkout.phone.wrong",
            "name", "checkout.name.missing",
            "province", "checkout.province.missing",
            "area", "checkout.area.missing",
            "address", "checkout.address.missing",
            "otp", "checkout.otp.wrong");

    private final ShopWords words;
    private final DiscountCodes discountCodes;

    CheckoutFaults(ShopWords words, DiscountCodes discountCodes) {
        this.words = words;
        this.discountCodes = discountCodes;
    }

    /** One for each field, the first that was found. */
    List<CheckoutFault> of(SentForm sent, List<Violation> violations) {
        var faults = new ArrayList<CheckoutFault>();
        for (var violation : violations) {
            var fault = of(sent, violation);
            if (faults.stream().noneMatch(known -> known.field().equals(fault.field()))) {
                faults.add(fault);
            }
        }
        faults.sort(Comparator.comparingInt(fault -> ORDER.indexOf(kind(fault.field()))));
        return faults;
    }

    /** The reason why a code that was typed takes nothing off. */
    String code(OpenStorefront shop, String typed, String reason, Locale language) {
        return switch (reason) {
            case "discount.exhausted", "discount.customer_limit" -> words.say(language, "checkout.code.used");
            case "discount.minimum" ->
                discountCodes
                        .minimum(shop.store().id(), typed)
                        .map(from -> words.say(language, "checkout.code.from", money(shop, language, from)))
                        .orElseGet(() -> words.say(language, "checkout.code.invalid"));
            default -> words.say(language, "checkout.code.invalid");
        };
    }

    String changed(OpenStorefront shop, long total, Locale language) {
        return words.say(language, "checkout.changed", money(shop, language, total));
    }

    private String money(OpenStorefront shop, Locale language, long amount) {
        return words.money(language, shop.settings().currency(), amount);
    }

    private CheckoutFault of(SentForm sent, Violation violation) {
        var where = violation.field();
        if (where != null && where.startsWith(ITEMS)) {
            return line(sent, where, violation);
        }
        var form = sent.form();
        var language = sent.language();
        var field = where == null ? "" : CheckoutForm.fieldOf(where).orElse("");
        if (field.equals("code") && violation.code().startsWith("discount.")) {
            return new CheckoutFault(field, code(sent.shop(), form.get(field), violation.code(), language));
        }
        if (field.equals("phone") && form.get(field).isBlank()) {
            return new CheckoutFault(field, words.say(language, "checkout.phone.missing"));
        }
        if (violation.code().equals("field.too_long")) {
            return new CheckoutFault(field, words.say(language, "checkout.tooLong"));
        }
        return new CheckoutFault(field, words.say(language, WRONG.getOrDefault(field, "checkout.refused")));
    }

    /** A line by the name of its product, which the violation knows by its place alone. */
    private CheckoutFault line(SentForm sent, String where, Violation violation) {
        var end = where.indexOf(']');
        var index = Integer.parseInt(where, ITEMS.length(), end, 10);
        var name = sent.cart().rows().get(index).name();
        var available = violation.code().equals("stock.insufficient")
                ? violation.arguments().getLast()
                : "";
        var word = switch (available) {
            case "" -> "checkout.line.gone";
            case "0" -> "checkout.line.soldOut";
            default -> "checkout.line.short";
        };
        return new CheckoutFault("line-" + index, words.say(sent.language(), word, name, available));
    }

    /** What was sent, and what its goods are now: a row for each of its lines, in their order. */
    record SentForm(OpenStorefront shop, CheckoutForm form, CartView cart, Locale language) {}

    private static String kind(String field) {
        return field.startsWith("line-") ? "line" : field;
    }
}
