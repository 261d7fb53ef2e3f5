package iq.sendy.dashboard.money;

import iq.sendy.platform.pages.PageReader;
import iq.sendy.pricing.ShippingRule.ShippingRuleDetails;
import iq.sendy.pricing.ShippingRuleType;
import java.util.ArrayList;
import java.util.List;

/** What a shipping rule does, as somebody would say it. */
final class ShippingWords {

    /** More are said by their number. */
    private static final int NAMED_PROVINCES = 6;

    private ShippingWords() {}

    /**
     * @param provinces the names of those that it holds in; none for all
     */
    static String of(ShippingRuleDetails details, List<String> provinces, PageReader reader) {
        var where = where(provinces, reader);
        var parts = new ArrayList<String>();
        parts.add(
                details.type() == ShippingRuleType.FREE_SHIPPING
                        ? reader.say("shipping.says.free", where)
                        : reader.say("shipping.says.fee", where, fee(details, reader)));
        if (details.minOrderValue() != null) {
            parts.add(reader.say("shipping.says.value.from", reader.money(details.minOrderValue())));
        }
        if (details.maxOrderValue() != null) {
            parts.add(reader.say("shipping.says.value.below", reader.money(details.maxOrderValue())));
        }
        if (details.minWeightGrams() != null) {
            parts.add(reader.say("shipping.says.grams.from", number(details.minWeightGrams(), reader)));
        }
        if (details.maxWeightGrams() != null) {
            parts.add(reader.say("shipping.says.grams.below", number(details.maxWeightGrams(), reader)));
        }
        return MoneyPages.sentence(parts, reader);
    }

    private static String where(List<String> provinces, PageReader reader) {
        if (provinces.isEmpty()) {
            return reader.say("shipping.everywhere");
        }
        return provinces.size() > NAMED_PROVINCES
                ? reader.say("shipping.provinces.many", number(provinces.size(), reader))
                : String.join(MoneyPages.comma(reader), provinces);
    }

    /** A price by weight alone is a fee of nothing and so much for each kilogram. */
    private static String fee(ShippingRuleDetails details, PageReader reader) {
        var cost = details.cost();
        var perKg = details.type() == ShippingRuleType.WEIGHT_BASED ? details.costPerKg() : null;
        if (perKg == null) {
            return reader.money(cost == null ? 0 : cost);
        }
        var each = reader.say("shipping.each.kilo", reader.money(perKg));
        return cost == null || cost == 0 ? each : reader.say("shipping.says.and", reader.money(cost), each);
    }

    private static String number(long number, PageReader reader) {
        return MoneyPages.leftToRight(reader.number(number));
    }
}
