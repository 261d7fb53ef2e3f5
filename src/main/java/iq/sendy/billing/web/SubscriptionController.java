package iq.sendy.billing.web;

import iq.sendy.billing.StoreSubscriptions;
import iq.sendy.billing.TokenUsages;
import iq.sendy.billing.model.CapLevel;
import iq.sendy.billing.web.StoreSubscriptionBody.UsageBody;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Messages;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Decimal;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Whole;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;

/** What a store has of the platform, what it has used of it, and where it stops. */
@StoreController
class SubscriptionController {

    private final StoreSubscriptions subscriptions;
    private final TokenUsages usages;
    private final Messages messages;

    SubscriptionController(StoreSubscriptions subscriptions, TokenUsages usages, Messages messages) {
        this.subscriptions = subscriptions;
        this.usages = usages;
        this.messages = messages;
    }

    /** The platform is paid in dinars, whatever a store's own currency is. */
    @RefusedWith(code = "money.fraction")
    record SpendCapRequest(
            @Decimal(min = "0", max = "1000000000", scale = Decimal.ANY_SCALE) @Example("10000")
            Patch<BigDecimal> iqd,

            @Whole(max = PlanController.MOST_TOKENS) @Example("5000000")
            Patch<Long> tokens)
            implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            var dinars = iqd.value();
            if (dinars != null && dinars.scale() > Currency.IQD.decimals()) {
                violations.add("iqd", "money.fraction", Currency.IQD.name(), Integer.toString(Currency.IQD.decimals()));
            }
        }

        Patch<Long> dinars() {
            var dinars = iqd.value();
            return new Patch<>(iqd.present(), dinars == null ? null : Currency.IQD.minor(dinars));
        }
    }

    @GetMapping("/subscription")
    @Allows(permission = "subscription.view", scope = "settings:read")
    @Describes("The store's plan, the period that runs, and what is used of the plan's limits")
    Answer<StoreSubscriptionBody> get(Caller caller) {
        return Answer.ok("subscription.found", StoreSubscriptionBody.of(subscriptions.metered(caller.store())));
    }

    @GetMapping("/subscription/usage")
    @Allows(permission = "subscription.view", scope = "settings:read")
    @Describes("The AI tokens that were used in the period that runs, and what they cost beyond the plan")
    Answer<UsageBody> usage(Caller caller, HttpServletRequest request) {
        var usage = usages.of(caller.store());
        return Answer.ok("subscription.usage", UsageBody.of(usage, warnings(usage.level(), request)));
    }

    private List<String> warnings(CapLevel level, HttpServletRequest request) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        var language = messages.preferred(accepted == null ? "" : accepted);
        return switch (level) {
            case FREE -> List.of();
            case NEAR -> List.of(messages.text("usage_warning_near", language, List.of()));
            case REACHED -> List.of(messages.text("usage_warning_reached", language, List.of()));
        };
    }

    @PutMapping("/subscription/spend-cap")
    @Allows(permission = "subscription.manage", scope = "settings:write")
    @Describes("Cap what the agent may spend in a period")
    Answer<StoreSubscriptionBody> cap(@Body Bound<SpendCapRequest> body, Caller caller, Actor actor) {
        var cap = body.valid();
        return Answer.ok(
                "subscription.updated",
                StoreSubscriptionBody.of(subscriptions.capSpend(caller.store(), actor, cap.dinars(), cap.tokens())));
    }
}
