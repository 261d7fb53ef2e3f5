package iq.sendy.pricing;

import iq.sendy.geography.Geography;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.PatchMerge;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Both to make a rule and to change one: a field left out has its default, or keeps its value. */
@RefusedWith(code = {"address.province_unknown", "range.invalid"})
public record ShippingRuleInput(
        @Required @Text(Text.NAME) @Example("\"بغداد\"") Patch<String> name,
        @Required @Example("\"FlatRate\"") Patch<ShippingRuleType> ruleType,
        @Amount @Example("5000") Patch<Long> cost,
        @Amount Patch<Long> minOrderValue,
        @Amount Patch<Long> maxOrderValue,
        @Whole(max = 1_000_000_000) Patch<Long> minWeightGrams,
        @Whole(max = 1_000_000_000) Patch<Long> maxWeightGrams,
        @Amount Patch<Long> costPerKg,

        @Size(max = 100) @Text(Text.REFERENCE) @Example("[\"BG\"]")
        Patch<List<String>> provinceCodes,

        @Whole(min = -1_000_000, max = 1_000_000) @Example("0")
        Patch<Integer> priority,

        @Example("true") Patch<Boolean> isActive) {

    /** The rule as it shall be; null after noting what is wrong with it. */
    public ShippingRule.@Nullable ShippingRuleDetails over(
            ShippingRule.@Nullable ShippingRuleDetails before, Geography geography, Violations violations) {
        var named = PatchMerge.needed("name", name, before == null ? null : before.name(), violations);
        var type = PatchMerge.needed("ruleType", ruleType, before == null ? null : before.type(), violations);
        var perKg = costPerKg.over(before == null ? null : before.costPerKg());
        var price = cost.over(before == null ? null : before.cost());
        if (price == null && type != null && !costs(type, perKg) && !violations.has("cost")) {
            violations.add("cost", "field.required");
        }
        var minValue = minOrderValue.over(before == null ? null : before.minOrderValue());
        var maxValue = maxOrderValue.over(before == null ? null : before.maxOrderValue());
        var minGrams = minWeightGrams.over(before == null ? null : before.minWeightGrams());
        var maxGrams = maxWeightGrams.over(before == null ? null : before.maxWeightGrams());
        PatchMerge.ordered("minOrderValue", minValue, maxValue, violations);
        PatchMerge.ordered("minWeightGrams", minGrams, maxGrams, violations);
        List<String> former = before == null ? List.of() : before.provinceCodes();
        var provinces = provinceCodes.present() ? provinces(geography, violations) : former;
        if (named == null || type == null || !violations.isEmpty()) {
            return null;
        }
        return new ShippingRule.ShippingRuleDetails(
                named,
                type,
                type == ShippingRuleType.FREE_SHIPPING ? null : price,
                minValue,
                maxValue,
                minGrams,
                maxGrams,
                perKg,
                provinces,
                priority.over(before == null ? 0 : before.priority(), 0),
                isActive.over(before == null || before.active(), true));
    }

    /** Whether a rule says what it costs without a cost. */
    private static boolean costs(ShippingRuleType type, @Nullable Long perKg) {
        return type == ShippingRuleType.FREE_SHIPPING || (type == ShippingRuleType.WEIGHT_BASED && perKg != null);
    }

    /** Each once, in any letter case. */
    private List<String> provinces(Geography geography, Violations violations) {
        var codes = provinceCodes.value();
        var found = new LinkedHashSet<String>();
        for (var i = 0; codes != null && i < codes.size(); i++) {
            var typed = codes.get(i);
            if (typed == null) {
                continue;
            }
            var province = geography.province(typed);
            if (province.isEmpty()) {
                violations.add("provinceCodes[" + i + "]", "address.province_unknown");
            }
            province.ifPresent(known -> found.add(known.code()));
        }
        return List.copyOf(found);
    }
}
