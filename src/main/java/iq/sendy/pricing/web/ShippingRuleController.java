package iq.sendy.pricing.web;

import iq.sendy.geography.Geography;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.PatchMerge;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import iq.sendy.pricing.ShippingRule;
import iq.sendy.pricing.ShippingRuleType;
import iq.sendy.pricing.ShippingRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Shipping rules: list, read, make, change and delete. */
@StoreController
class ShippingRuleController {

    private final ShippingRules rules;
    private final Geography geography;

    ShippingRuleController(ShippingRules rules, Geography geography) {
        this.rules = rules;
        this.geography = geography;
    }

    /** Both to make a rule and to change one: a field left out has its default, or keeps its value. */
    @RefusedWith(code = {"address.province_unknown", "range.invalid"})
    record ShippingRuleRequest(
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
        ShippingRule.@Nullable ShippingRuleDetails over(
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

    record ShippingRuleBody(
            UUID id,
            String name,
            ShippingRuleType ruleType,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal minOrderValue,
            @Nullable BigDecimal maxOrderValue,
            @Nullable Long minWeightGrams,
            @Nullable Long maxWeightGrams,
            @Nullable BigDecimal costPerKg,
            List<String> provinceCodes,
            int priority,
            boolean isActive,
            Instant createdAt,
            Instant updatedAt) {

        static ShippingRuleBody of(ShippingRule rule, Currency currency) {
            var shippingRuleDetails = rule.details();
            return new ShippingRuleBody(
                    rule.id(),
                    shippingRuleDetails.name(),
                    shippingRuleDetails.type(),
                    shippingRuleDetails.type() == ShippingRuleType.FREE_SHIPPING
                            ? BigDecimal.ZERO
                            : DiscountMerge.money(shippingRuleDetails.cost(), currency),
                    DiscountMerge.money(shippingRuleDetails.minOrderValue(), currency),
                    DiscountMerge.money(shippingRuleDetails.maxOrderValue(), currency),
                    shippingRuleDetails.minWeightGrams(),
                    shippingRuleDetails.maxWeightGrams(),
                    DiscountMerge.money(shippingRuleDetails.costPerKg(), currency),
                    shippingRuleDetails.provinceCodes(),
                    shippingRuleDetails.priority(),
                    shippingRuleDetails.active(),
                    rule.createdAt(),
                    rule.updatedAt());
        }
    }

    @GetMapping("/shipping/rules")
    @Allows(permission = "shipping.view", scope = "shipping:read")
    @Describes("List the shipping rules, newest first")
    Answer<Page<ShippingRuleBody>> list(Paging paging, Caller caller) {
        return Answer.ok(
                "shipping_rule.listed",
                rules.list(caller.store(), paging).map(rule -> ShippingRuleBody.of(rule, caller.currency())));
    }

    @PostMapping("/shipping/rules")
    @Allows(permission = "shipping.manage", scope = "shipping:write")
    @Describes("Make a shipping rule")
    Answer<ShippingRuleBody> create(@Body Bound<ShippingRuleRequest> body, Caller caller, Actor actor) {
        var shippingRuleDetails = body.value().over(null, geography, body.problems());
        body.problems().refuseIfAny();
        var rule = rules.create(caller.store(), actor, caller.currency(), PatchMerge.sound(shippingRuleDetails));
        return Answer.ok("shipping_rule.created", ShippingRuleBody.of(rule, caller.currency()));
    }

    @GetMapping("/shipping/rules/{id}")
    @Allows(permission = "shipping.view", scope = "shipping:read")
    @Describes("One shipping rule")
    Answer<ShippingRuleBody> get(@PathVariable UUID id, Caller caller) {
        return rules.find(caller.store(), id)
                .map(rule -> Answer.ok("shipping_rule.found", ShippingRuleBody.of(rule, caller.currency())))
                .orElseGet(Answer::notFound);
    }

    @PutMapping("/shipping/rules/{id}")
    @Allows(permission = "shipping.manage", scope = "shipping:write")
    @Describes("Change some of a shipping rule; it holds for the next order")
    Answer<ShippingRuleBody> change(
            @PathVariable UUID id, @Body Bound<ShippingRuleRequest> body, Caller caller, Actor actor) {
        var before = rules.find(caller.store(), id);
        if (before.isEmpty()) {
            return Answer.notFound();
        }
        body.value().over(before.get().details(), geography, body.problems());
        var request = body.valid();
        return rules.change(
                        caller.store(),
                        actor,
                        caller.currency(),
                        id,
                        present -> PatchMerge.sound(request.over(present, geography, new Violations())))
                .map(rule -> Answer.ok("shipping_rule.updated", ShippingRuleBody.of(rule, caller.currency())))
                .orElseGet(Answer::notFound);
    }

    @DeleteMapping("/shipping/rules/{id}")
    @Allows(permission = "shipping.manage", scope = "shipping:write")
    @Describes("Delete a shipping rule; orders keep what they say of it")
    Answer<Void> delete(@PathVariable UUID id, Caller caller, Actor actor) {
        return rules.delete(caller.store(), actor, id) ? Answer.ok("shipping_rule.deleted", null) : Answer.notFound();
    }
}
