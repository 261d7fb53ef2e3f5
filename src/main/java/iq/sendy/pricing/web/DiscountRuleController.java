package iq.sendy.pricing.web;

import iq.sendy.catalog.Categories;
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
import iq.sendy.pricing.DiscountMerge;
import iq.sendy.pricing.DiscountRule;
import iq.sendy.pricing.DiscountRuleInput;
import iq.sendy.pricing.DiscountRules;
import iq.sendy.pricing.DiscountType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** Discount rules: list, read, make, change and delete. */
@StoreController
class DiscountRuleController {

    private final DiscountRules rules;
    private final Categories categories;

    DiscountRuleController(DiscountRules rules, Categories categories) {
        this.rules = rules;
        this.categories = categories;
    }

    record DiscountRuleBody(
            UUID id,
            String name,
            DiscountType discountType,
            BigDecimal discountValue,
            @Nullable UUID categoryId,
            @Nullable String channels,
            int priority,
            @Nullable Instant startsAt,
            @Nullable Instant expiresAt,
            boolean isActive,
            Instant createdAt,
            Instant updatedAt) {

        static DiscountRuleBody of(DiscountRule rule, Currency currency) {
            var discountRuleDetails = rule.details();
            return new DiscountRuleBody(
                    rule.id(),
                    discountRuleDetails.name(),
                    discountRuleDetails.discount().type(),
                    DiscountMerge.onWire(discountRuleDetails.discount(), currency),
                    discountRuleDetails.categoryId(),
                    discountRuleDetails.channels().isEmpty()
                            ? null
                            : DiscountRuleInput.joined(discountRuleDetails.channels(), ","),
                    discountRuleDetails.priority(),
                    discountRuleDetails.startsAt(),
                    discountRuleDetails.expiresAt(),
                    discountRuleDetails.active(),
                    rule.createdAt(),
                    rule.updatedAt());
        }
    }

    @GetMapping("/discounts/rules")
    @Allows(permission = "discounts.view", scope = "discounts:read")
    @Describes("List the automatic discounts, newest first")
    Answer<Page<DiscountRuleBody>> list(Paging paging, Caller caller) {
        return Answer.ok(
                "discount_rule.listed",
                rules.list(caller.store(), paging).map(rule -> DiscountRuleBody.of(rule, caller.currency())));
    }

    @PostMapping("/discounts/rules")
    @Allows(permission = "discounts.manage", scope = "discounts:write")
    @Describes("Make an automatic discount")
    Answer<DiscountRuleBody> create(@Body Bound<DiscountRuleInput> body, Caller caller, Actor actor) {
        var discountRuleDetails = body.value().over(null, caller, body.problems());
        body.value().check(caller, categories, body.problems());
        body.problems().refuseIfAny();
        var rule = rules.create(caller.store(), actor, caller.currency(), PatchMerge.sound(discountRuleDetails));
        return Answer.ok("discount_rule.created", DiscountRuleBody.of(rule, caller.currency()));
    }

    @GetMapping("/discounts/rules/{id}")
    @Allows(permission = "discounts.view", scope = "discounts:read")
    @Describes("One automatic discount")
    Answer<DiscountRuleBody> get(@PathVariable UUID id, Caller caller) {
        return rules.find(caller.store(), id)
                .map(rule -> Answer.ok("discount_rule.found", DiscountRuleBody.of(rule, caller.currency())))
                .orElseGet(Answer::notFound);
    }

    @PutMapping("/discounts/rules/{id}")
    @Allows(permission = "discounts.manage", scope = "discounts:write")
    @Describes("Change some of an automatic discount; it holds for the next order")
    Answer<DiscountRuleBody> change(
            @PathVariable UUID id, @Body Bound<DiscountRuleInput> body, Caller caller, Actor actor) {
        var before = rules.find(caller.store(), id);
        if (before.isEmpty()) {
            return Answer.notFound();
        }
        body.value().over(before.get().details(), caller, body.problems());
        body.value().check(caller, categories, body.problems());
        var request = body.valid();
        return rules.change(
                        caller.store(),
                        actor,
                        caller.currency(),
                        id,
                        present -> PatchMerge.sound(request.over(present, caller, new Violations())))
                .map(rule -> Answer.ok("discount_rule.updated", DiscountRuleBody.of(rule, caller.currency())))
                .orElseGet(Answer::notFound);
    }

    @DeleteMapping("/discounts/rules/{id}")
    @Allows(permission = "discounts.manage", scope = "discounts:write")
    @Describes("Delete an automatic discount; orders keep what they say of it")
    Answer<Void> delete(@PathVariable UUID id, Caller caller, Actor actor) {
        return rules.delete(caller.store(), actor, id) ? Answer.ok("discount_rule.deleted", null) : Answer.notFound();
    }
}
