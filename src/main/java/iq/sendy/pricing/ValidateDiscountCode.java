package iq.sendy.pricing;

/** Question whether a discount code would hold for an order of this value now. The answer is advice: the order decides again. */
public record ValidateDiscountCode(String code, long orderValue) {

    /** What can come of it. */
    public sealed interface Result {

        record Holds(Discount discount, long amount) implements Result {}

        record DoesNot(CodeRefusal why) implements Result {}
    }
}
