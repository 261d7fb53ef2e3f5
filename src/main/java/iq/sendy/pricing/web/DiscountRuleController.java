package iq.sendy.pricing.web;

import iq.sendy.catalog.Categories;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.When;
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
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Decimal;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.PatchMerge;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import iq.sendy.pricing.Channel;
import iq.sendy.pricing.DiscountRule;
import iq.sendy.pricing.DiscountRules;
import iq.sendy.pricing.DiscountType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** Both to make a rule and to change one: a field left out has its default, or keeps its value. */
    @RefusedWith(code = {"category.unknown", "money.fraction", "range.invalid"})
    record DiscountRuleRequest(
            @Required @Text(Text.NAME) @Example("\"خصم العيد\"")
            Patch<String> name,

            @Required @Example("\"percentage\"") Patch<DiscountType> discountType,

            @Required @Decimal(min = "0", max = "1000000000", scale = Decimal.ANY_SCALE) @Example("10")
            Patch<BigDecimal> discountValue,

            Patch<UUID> categoryId,

            @Text(Text.NAME) @Example("\"Storefront,Social\"")
            Patch<String> channels,

            @Whole(min = -1_000_000, max = 1_000_000) @Example("0")
            Patch<Integer> priority,

            Patch<When> startsAt,
            Patch<When> expiresAt,
            @Example("true") Patch<Boolean> isActive) {

        /** The rule as it shall be; null after noting what is wrong with it. */
        DiscountRule.@Nullable DiscountRuleDetails over(
                DiscountRule.@Nullable DiscountRuleDetails before, Caller caller, Violations violations) {
            var named = PatchMerge.needed("name", name, before == null ? null : before.name(), violations);
            var discount = DiscountMerge.discount(
                    discountType,
                    discountValue,
                    before == null ? null : before.discount(),
                    caller.currency(),
                    violations);
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
                    discountRuleDetails.channels().isEmpty() ? null : joined(discountRuleDetails.channels(), ","),
                    discountRuleDetails.priority(),
                    discountRuleDetails.startsAt(),
                    discountRuleDetails.expiresAt(),
                    discountRuleDetails.active(),
                    rule.createdAt(),
                    rule.updatedAt());
        }
    }

    private static String joined(List<Channel> channels, String separator) {
        return channels.stream().map(Channel::toString).collect(Collectors.joining(separator));
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
    Answer<DiscountRuleBody> create(@Body Bound<DiscountRuleRequest> body, Caller caller, Actor actor) {
        var discountRuleDetails = body.value().over(null, caller, body.problems());
        checkCategory(body, caller);
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
            @PathVariable UUID id, @Body Bound<DiscountRuleRequest> body, Caller caller, Actor actor) {
        var before = rules.find(caller.store(), id);
        if (before.isEmpty()) {
            return Answer.notFound();
        }
        body.value().over(before.get().details(), caller, body.problems());
        checkCategory(body, caller);
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

    /** One that goes meanwhile does no harm: no product is in it. */
    private void checkCategory(Bound<DiscountRuleRequest> body, Caller caller) {
        var category = body.value().categoryId().value();
        if (category != null && categories.find(caller.store(), category).isEmpty()) {
            body.problems().add("categoryId", "category.unknown");
        }
    }
}
