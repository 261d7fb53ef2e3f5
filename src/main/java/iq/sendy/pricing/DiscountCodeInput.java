package iq.sendy.pricing;

import iq.sendy.kernel.When;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Decimal;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.PatchMerge;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import iq.sendy.pricing.model.CodeWord;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Both to make a code and to change one: a field left out has its default, or keeps its value. */
@RefusedWith(code = {"money.fraction", "range.invalid"})
public record DiscountCodeInput(
        @Required @Text(Text.NAME) @Example("\"EID10\"") Patch<String> code,
        @Required @Example("\"percentage\"") Patch<DiscountType> discountType,

        @Required @Decimal(min = "0", max = "1000000000", scale = Decimal.ANY_SCALE) @Example("10")
        Patch<BigDecimal> discountValue,

        @Amount @Example("25000") Patch<Long> minOrderValue,

        @Whole(min = 1, max = 1_000_000_000) @Example("100") Patch<Long> maxUses,

        @Whole(min = 1, max = 1_000_000_000) @Example("1") Patch<Long> perUserLimit,

        Patch<When> startsAt,
        Patch<When> expiresAt,
        @Example("true") Patch<Boolean> isActive,
        @Text(Text.NOTES) Patch<String> notes) {

    /** The code as it shall be; null after noting what is wrong with it. */
    public DiscountCode.@Nullable DiscountCodeDetails over(
            DiscountCode.@Nullable DiscountCodeDetails before, Caller caller, Violations violations) {
        var word = word(before, violations);
        var discount = DiscountMerge.discount(
                discountType, discountValue, before == null ? null : before.discount(), caller.currency(), violations);
        var from = PatchMerge.start(
                "startsAt", startsAt, before == null ? null : before.startsAt(), caller.zone(), violations);
        var to = PatchMerge.end(
                "expiresAt", expiresAt, before == null ? null : before.expiresAt(), caller.zone(), violations);
        PatchMerge.ordered("startsAt", from, to, violations);
        if (word == null || discount == null || !violations.isEmpty()) {
            return null;
        }
        return new DiscountCode.DiscountCodeDetails(
                word,
                discount,
                minOrderValue.over(before == null ? null : before.minOrderValue()),
                maxUses.over(before == null ? null : before.maxUses()),
                perUserLimit.over(before == null ? null : before.perUserLimit()),
                from,
                to,
                isActive.over(before == null || before.active(), true),
                notes.over(before == null ? null : before.notes()));
    }

    private @Nullable String word(DiscountCode.@Nullable DiscountCodeDetails before, Violations violations) {
        var typed = PatchMerge.needed("code", code, before == null ? null : before.code(), violations);
        if (typed == null) {
            return null;
        }
        var word = CodeWord.normal(typed);
        if (!CodeWord.valid(word)) {
            violations.add("code", "field.invalid");
            return null;
        }
        return word;
    }
}
