package iq.sendy.pricing;

import java.util.Arrays;

/** How a shipping rule comes to its fee. */
public enum ShippingRuleType {
    FLAT_RATE("FlatRate"),
    FREE_SHIPPING("FreeShipping"),
    WEIGHT_BASED("WeightBased"),
    ORDER_VALUE_BASED("OrderValueBased");

    private final String word;

    ShippingRuleType(String word) {
        this.word = word;
    }

    /** The constant whose word this is, to the letter. */
    public static ShippingRuleType of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
