package iq.sendy.pricing;

/** Whether a code would hold now; advice, since the order decides again. */
public sealed interface ValidateCodeResult {

    record Holds(Discount discount, long amount) implements ValidateCodeResult {}

    record DoesNot(CodeRefusal why) implements ValidateCodeResult {}
}
