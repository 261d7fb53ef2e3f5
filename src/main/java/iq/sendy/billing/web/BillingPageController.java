package iq.sendy.billing.web;

import iq.sendy.billing.Invoices;
import iq.sendy.billing.StoreSubscriptions;
import iq.sendy.billing.TokenUsages;
import iq.sendy.billing.model.CapLevel;
import iq.sendy.kernel.Digits;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import java.util.HashMap;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of what a store's plan gives, what is used of it, and what each period costs. */
@PageController
class BillingPageController {

    static final String BILLING = "/app/billing";

    /** A year of them. */
    private static final int LINES = 12;

    private static final int MOST_PAGES = 50;

    private final StoreSubscriptions subscriptions;
    private final TokenUsages usages;
    private final Invoices invoices;

    BillingPageController(StoreSubscriptions subscriptions, TokenUsages usages, Invoices invoices) {
        this.subscriptions = subscriptions;
        this.usages = usages;
        this.invoices = invoices;
    }

    @GetMapping(BILLING)
    @Allows(permission = "subscription.view")
    ModelAndView show(@RequestParam(name = "page", defaultValue = "1") String page, Caller caller, Locale language) {
        var at = Digits.only(page, 2) ? Math.clamp(Integer.parseInt(page), 1, MOST_PAGES) : 1;
        var lines = new BillingLines(language, caller.zone());
        var metered = subscriptions.metered(caller.store());
        var usage = usages.of(caller.store());
        var listed = invoices.list(caller.store(), new Paging(at, LINES, null, UnaryOperator.identity()));
        var model = new HashMap<String, @Nullable Object>();
        model.put("plan", lines.of(metered));
        model.put("period", lines.of(usage));
        model.put("cap", BillingLines.of(metered.subscription().spendCap()));
        model.put("warning", warning(usage.level()));
        model.put("reached", usage.level() == CapLevel.REACHED);
        model.put("invoices", listed.items().stream().map(lines::of).toList());
        model.put("later", at > 1 ? link(at - 1) : null);
        model.put("earlier", listed.nextCursor() != null && at < MOST_PAGES ? link(at + 1) : null);
        return new ModelAndView("billing/billing", model);
    }

    private static @Nullable String warning(CapLevel level) {
        return switch (level) {
            case FREE -> null;
            case NEAR -> "billing.warning.near";
            case REACHED -> "billing.warning.reached";
        };
    }

    private static String link(int page) {
        return BILLING + "?page=" + page;
    }
}
