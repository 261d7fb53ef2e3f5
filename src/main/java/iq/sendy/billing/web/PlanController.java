package iq.sendy.billing.web;

import iq.sendy.billing.BillingPlan;
import iq.sendy.billing.BillingPlan.PlanTerms;
import iq.sendy.billing.Plans;
import iq.sendy.billing.SavePlan;
import iq.sendy.billing.TokenAllowance;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.OperatorController;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** The plans that operators offer to stores. */
@OperatorController
class PlanController {

    private final Plans plans;

    PlanController(Plans plans) {
        this.plans = plans;
    }

    /** Both to make a plan and to change one: a field left out is without limit or price, or keeps its value. */
    record PlanRequest(
            @Required @Text(Text.NAME) @Example("\"متجر نامٍ\"")
            Patch<String> name,

            @Required @Amount @Example("25000") Patch<Long> priceIqd,

            @Whole(max = PlanController.MOST_TOKENS) @Example("1000000")
            Patch<Long> includedInputTokensPerPeriod,

            @Whole(max = PlanController.MOST_TOKENS) @Example("250000")
            Patch<Long> includedOutputTokensPerPeriod,

            @Amount @Example("3") Patch<Long> overageInputTokenPriceIqd,
            @Amount @Example("15") Patch<Long> overageOutputTokenPriceIqd,
            @Whole(max = 1_000_000) @Example("5") Patch<Long> staffLimit,

            @Whole(max = 1_000_000_000) @Example("1000") Patch<Long> ordersPerPeriod,

            @Example("true") Patch<Boolean> allowsSocialMessaging,
            @Example("false") Patch<Boolean> isDefault)
            implements SavePlan {

        boolean unmakesDefault() {
            return !isDefault.over(true, false);
        }

        @Override
        public PlanTerms over(PlanTerms before) {
            var tokens = before.tokens();
            return new PlanTerms(
                    name.over(before.name(), before.name()),
                    priceIqd.over(before.priceIqd(), before.priceIqd()),
                    new TokenAllowance(
                            includedInputTokensPerPeriod.over(tokens.includedInput()),
                            includedOutputTokensPerPeriod.over(tokens.includedOutput()),
                            overageInputTokenPriceIqd.over(tokens.overageInputPrice(), 0L),
                            overageOutputTokenPriceIqd.over(tokens.overageOutputPrice(), 0L)),
                    staffLimit.over(before.staffLimit()),
                    ordersPerPeriod.over(before.ordersPerPeriod()),
                    allowsSocialMessaging.over(before.allowsSocialMessaging(), true),
                    isDefault.over(before.isDefault(), false));
        }
    }

    static final long MOST_TOKENS = 1_000_000_000_000L;

    record PlanBody(
            UUID id,
            String name,
            long priceIqd,
            @Nullable Long includedInputTokensPerPeriod,
            @Nullable Long includedOutputTokensPerPeriod,
            long overageInputTokenPriceIqd,
            long overageOutputTokenPriceIqd,
            @Nullable Long staffLimit,
            @Nullable Long ordersPerPeriod,
            boolean allowsSocialMessaging,
            boolean isDefault,
            Instant createdAt,
            Instant updatedAt) {

        static PlanBody of(BillingPlan plan) {
            var terms = plan.terms();
            return new PlanBody(
                    plan.id(),
                    terms.name(),
                    terms.priceIqd(),
                    terms.tokens().includedInput(),
                    terms.tokens().includedOutput(),
                    terms.tokens().overageInputPrice(),
                    terms.tokens().overageOutputPrice(),
                    terms.staffLimit(),
                    terms.ordersPerPeriod(),
                    terms.allowsSocialMessaging(),
                    terms.isDefault(),
                    plan.createdAt(),
                    plan.updatedAt());
        }
    }

    @GetMapping("/plans")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes("List the plans, newest first")
    Answer<Page<PlanBody>> list(Paging paging) {
        return Answer.ok("plan.listed", plans.list(paging).map(PlanBody::of));
    }

    @PostMapping("/plans")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes("Make a plan")
    Answer<PlanBody> make(@Body Bound<PlanRequest> body, Actor actor) {
        return Answer.ok(
                "plan.created", PlanBody.of(plans.make(actor, body.complete().valid())));
    }

    @PutMapping("/plans/{id}")
    @Allows(permission = Allows.PLATFORM_ADMIN)
    @Describes(value = "Change a plan", refuses = SavePlan.Result.class)
    Answer<PlanBody> change(@PathVariable UUID id, @Body Bound<PlanRequest> body, Actor actor) {
        if (!body.problems().isEmpty()) {
            var present = plans.find(id);
            if (present.isEmpty()) {
                return Answer.notFound();
            }
            if (present.get().terms().isDefault() && body.value().unmakesDefault()) {
                body.problems().addAll(new SavePlan.Result.DefaultNeeded().violations());
            }
        }
        return switch (plans.change(actor, id, body.valid())) {
            case SavePlan.Result.Saved(var plan) -> Answer.ok("plan.updated", PlanBody.of(plan));
            case SavePlan.Result.NoSuchPlan() -> Answer.notFound();
            case SavePlan.Result.DefaultNeeded needed -> Answer.refused(needed);
        };
    }
}
