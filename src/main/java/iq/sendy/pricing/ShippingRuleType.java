package iq.sendy.pricing;

import iq.sendy.kernel.WireWord;

/** Shipping rule type: how a rule comes to its fee. */
public enum ShippingRuleType implements WireWord {
    FLAT_RATE("FlatRate"),
    FREE_SHIPPING("FreeShipping"),
    WEIGHT_BASED("WeightBased"),
    ORDER_VALUE_BASED("OrderValueBased");

    private final String word;

    ShippingRuleType(String word) {
        this.word = word;
    }

    /** The contract's word. */
    @Override
    public String toString() {
        return word;
    }
}
