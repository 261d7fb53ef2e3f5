package iq.sendy.pricing.store;

import iq.sendy.kernel.WireWord;
import iq.sendy.platform.sql.Sql;
import iq.sendy.pricing.Channel;
import iq.sendy.pricing.Discount;
import iq.sendy.pricing.DiscountCode;
import iq.sendy.pricing.DiscountRule;
import iq.sendy.pricing.DiscountType;
import iq.sendy.pricing.ShippingRule;
import iq.sendy.pricing.ShippingRuleType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Rows of the pricing tables as records. */
final class PricingRows {

    private PricingRows() {}

    static DiscountCode code(ResultSet row, int index) throws SQLException {
        return new DiscountCode(
                row.getObject("id", UUID.class),
                new DiscountCode.DiscountCodeDetails(
                        row.getString("code"),
                        discount(row),
                        Sql.longOrNull(row, "min_order_value"),
                        Sql.longOrNull(row, "max_uses"),
                        Sql.longOrNull(row, "per_user_limit"),
                        Sql.instantOrNull(row, "starts_at"),
                        Sql.instantOrNull(row, "expires_at"),
                        row.getBoolean("is_active"),
                        row.getString("notes")),
                row.getLong("used_count"),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }

    static DiscountRule discountRule(ResultSet row, int index) throws SQLException {
        return new DiscountRule(
                row.getObject("id", UUID.class),
                new DiscountRule.DiscountRuleDetails(
                        row.getString("name"),
                        discount(row),
                        row.getObject("category_id", UUID.class),
                        Sql.texts(row, "channels").stream()
                                .map(word -> WireWord.of(Channel.class, word))
                                .toList(),
                        row.getInt("priority"),
                        Sql.instantOrNull(row, "starts_at"),
                        Sql.instantOrNull(row, "expires_at"),
                        row.getBoolean("is_active")),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }

    static ShippingRule shippingRule(ResultSet row, int index) throws SQLException {
        return new ShippingRule(
                row.getObject("id", UUID.class),
                new ShippingRule.ShippingRuleDetails(
                        row.getString("name"),
                        WireWord.of(ShippingRuleType.class, row.getString("rule_type")),
                        Sql.longOrNull(row, "cost"),
                        Sql.longOrNull(row, "min_order_value"),
                        Sql.longOrNull(row, "max_order_value"),
                        Sql.longOrNull(row, "min_weight_grams"),
                        Sql.longOrNull(row, "max_weight_grams"),
                        Sql.longOrNull(row, "cost_per_kg"),
                        Sql.texts(row, "province_codes"),
                        row.getInt("priority"),
                        row.getBoolean("is_active")),
                Sql.instant(row, "created_at"),
                Sql.instant(row, "updated_at"));
    }

    /** The number that a discount is stored as; its type says what it means. */
    static long value(Discount discount) {
        return switch (discount) {
            case Discount.PercentOff(var basisPoints) -> basisPoints;
            case Discount.AmountOff(var amount) -> amount;
        };
    }

    private static Discount discount(ResultSet row) throws SQLException {
        var value = row.getLong("discount_value");
        return switch (WireWord.of(DiscountType.class, row.getString("discount_type"))) {
            case PERCENTAGE -> new Discount.PercentOff(Math.toIntExact(value));
            case FIXED_AMOUNT -> new Discount.AmountOff(value);
        };
    }
}
