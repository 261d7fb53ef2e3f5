package iq.sendy.pricing.web;

import iq.sendy.geography.Geography;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.PatchMerge;
import iq.sendy.pricing.ShippingRule;
import iq.sendy.pricing.ShippingRuleInput;
import iq.sendy.pricing.ShippingRuleType;
import iq.sendy.pricing.ShippingRules;
import java.math.BigDecimal;
import java.time.Instant;
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
                            : currency.onWireOrNull(shippingRuleDetails.cost()),
                    currency.onWireOrNull(shippingRuleDetails.minOrderValue()),
                    currency.onWireOrNull(shippingRuleDetails.maxOrderValue()),
                    shippingRuleDetails.minWeightGrams(),
                    shippingRuleDetails.maxWeightGrams(),
                    currency.onWireOrNull(shippingRuleDetails.costPerKg()),
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
    Answer<ShippingRuleBody> create(@Body Bound<ShippingRuleInput> body, Caller caller, Actor actor) {
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
            @PathVariable UUID id, @Body Bound<ShippingRuleInput> body, Caller caller, Actor actor) {
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
