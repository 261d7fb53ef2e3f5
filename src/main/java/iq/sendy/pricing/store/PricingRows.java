package iq.sendy.pricing.store;

import iq.sendy.pricing.Channel;
import iq.sendy.pricing.Discount;
import iq.sendy.pricing.DiscountCode;
import iq.sendy.pricing.DiscountRule;
import iq.sendy.pricing.DiscountType;
import iq.sendy.pricing.ShippingRule;
import iq.sendy.pricing.ShippingRuleType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of the pricing tables as records. */
final class PricingRows {

    static final String CODE = """
            c.id, c.code, c.discount_type, c.discount_value, c.min_order_value, c.max_uses, c.per_user_limit, c.starts_at,
            c.expires_at, c.is_active, c.notes, c.used_count, c.created_at, c.updated_at""";

    static final String DISCOUNT = """
            r.id, r.name, r.discount_type, r.discount_value, r.category_id, r.channels, r.priority, r.starts_at,
            r.expires_at, r.is_active, r.created_at, r.updated_at""";

    static final String SHIPPING = """
            r.id, r.name, r.rule_type, r.cost, r.min_order_value, r.max_order_value, r.min_weight_grams,
            r.max_weight_grams, r.cost_per_kg, r.province_codes, r.priority, r.is_active, r.created_at, r.updated_at""";

    private PricingRows() {}

    static DiscountCode code(ResultSet row, int index) throws SQLException {
        return new DiscountCode(
                row.getObject("id", UUID.class),
                new DiscountCode.Details(
                        row.getString("code"),
                        discount(row),
                        number(row, "min_order_value"),
                        number(row, "max_uses"),
                        number(row, "per_user_limit"),
                        instant(row, "starts_at"),
                        instant(row, "expires_at"),
                        row.getBoolean("is_active"),
                        row.getString("notes")),
                row.getLong("used_count"),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    static DiscountRule discountRule(ResultSet row, int index) throws SQLException {
        return new DiscountRule(
                row.getObject("id", UUID.class),
                new DiscountRule.Details(
                        row.getString("name"),
                        discount(row),
                        row.getObject("category_id", UUID.class),
                        texts(row, "channels").stream().map(Channel::of).toList(),
                        row.getInt("priority"),
                        instant(row, "starts_at"),
                        instant(row, "expires_at"),
                        row.getBoolean("is_active")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
    }

    static ShippingRule shippingRule(ResultSet row, int index) throws SQLException {
        return new ShippingRule(
                row.getObject("id", UUID.class),
                new ShippingRule.Details(
                        row.getString("name"),
                        ShippingRuleType.of(row.getString("rule_type")),
                        number(row, "cost"),
                        number(row, "min_order_value"),
                        number(row, "max_order_value"),
                        number(row, "min_weight_grams"),
                        number(row, "max_weight_grams"),
                        number(row, "cost_per_kg"),
                        texts(row, "province_codes"),
                        row.getInt("priority"),
                        row.getBoolean("is_active")),
                row.getTimestamp("created_at").toInstant(),
                row.getTimestamp("updated_at").toInstant());
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
        return switch (DiscountType.of(row.getString("discount_type"))) {
            case PERCENTAGE -> new Discount.PercentOff(Math.toIntExact(value));
            case FIXED_AMOUNT -> new Discount.AmountOff(value);
        };
    }

    private static @Nullable Long number(ResultSet row, String column) throws SQLException {
        return (Long) row.getObject(column);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
