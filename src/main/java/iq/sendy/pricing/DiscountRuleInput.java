package iq.sendy.pricing;

import iq.sendy.catalog.Categories;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.When;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Decimal;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.PatchMerge;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Both to make a rule and to change one: a field left out has its default, or keeps its value. */
@RefusedWith(code = {"category.unknown", "money.fraction", "range.invalid"})
public record DiscountRuleInput(
        @Required @Text(Text.NAME) @Example("\"خصم العيد\"") Patch<String> name,

        @Required @Example("\"percentage\"") Patch<DiscountType> discountType,

        @Required @Decimal(min = "0", max = "1000000000", scale = Decimal.ANY_SCALE) @Example("10")
        Patch<BigDecimal> discountValue,

        Patch<UUID> categoryId,

        @Text(Text.NAME) @Example("\"Storefront,Social\"") Patch<String> channels,

        @Whole(min = -1_000_000, max = 1_000_000) @Example("0")
        Patch<Integer> priority,

        Patch<When> startsAt,
        Patch<When> expiresAt,
        @Example("true") Patch<Boolean> isActive) {

    /** The rule as it shall be; null after noting what is wrong with it. */
    public DiscountRule.@Nullable DiscountRuleDetails over(
            DiscountRule.@Nullable DiscountRuleDetails before, Caller caller, Violations violations) {
        var named = PatchMerge.needed("name", name, before == null ? null : before.name(), violations);
        var discount = DiscountMerge.discount(
                discountType, discountValue, before == null ? null : before.discount(), caller.currency(), violations);
        var from = PatchMerge.start(
                "startsAt", startsAt, before == null ? null : before.startsAt(), caller.zone(), violations);
        var to = PatchMerge.end(
                "expiresAt", expiresAt, before == null ? null : before.expiresAt(), caller.zone(), violations);
        PatchMerge.ordered("startsAt", from, to, violations);
        List<Channel> former = before == null ? List.of() : before.channels();
        var sources = channels.present() ? sources(violations) : former;
        if (named == null || discount == null || !violations.isEmpty()) {
            return null;
        }
        return new DiscountRule.DiscountRuleDetails(
                named,
                discount,
                categoryId.over(before == null ? null : before.categoryId()),
                sources,
                priority.over(before == null ? 0 : before.priority(), 0),
                from,
                to,
                isActive.over(before == null || before.active(), true));
    }

    /** Notes a category that is none. One that goes meanwhile does no harm: no product is in it. */
    public void check(Caller caller, Categories categories, Violations violations) {
        var category = categoryId.value();
        if (category != null && categories.find(caller.store(), category).isEmpty()) {
            violations.add("categoryId", "category.unknown");
        }
    }

    /** Each once, in any letter case. */
    private List<Channel> sources(Violations violations) {
        var words = channels.value();
        var found = new LinkedHashSet<Channel>();
        for (var word : words == null ? List.<String>of() : InputText.parts(words)) {
            var known = Arrays.stream(Channel.values())
                    .filter(channel -> channel.toString().equalsIgnoreCase(word))
                    .findFirst();
            if (known.isEmpty() && !violations.has("channels")) {
                violations.add("channels", "field.unknown_value", joined(List.of(Channel.values()), ", "));
            }
            known.ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** The words of some channels; nothing for none. */
    public static String joined(List<Channel> channels, String separator) {
        return channels.stream().map(Channel::toString).collect(Collectors.joining(separator));
    }
}
