package iq.sendy.dashboard.cashier;

import iq.sendy.dashboard.cashier.SaleDraft.SalesDraft;
import iq.sendy.orders.CounterOrders;
import iq.sendy.orders.OrderQuotes;
import iq.sendy.orders.OrderView;
import iq.sendy.orders.PlaceOrder;
import iq.sendy.orders.RequestQuote;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.pages.PageReader;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.pricing.DiscountCodes;
import iq.sendy.pricing.PricedBasket;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What the script of the register asks: what a cart costs, and to take the sales that it has made. */
@PageController
class CounterSalesController {

    private final CounterOrders orders;
    private final OrderQuotes quotes;
    private final DiscountCodes codes;
    private final PageReaders readers;
    private final Clock clock;

    CounterSalesController(
            CounterOrders orders, OrderQuotes quotes, DiscountCodes codes, PageReaders readers, Clock clock) {
        this.orders = orders;
        this.quotes = quotes;
        this.codes = codes;
        this.readers = readers;
        this.clock = clock;
    }

    /**
     * What became of a sale.
     *
     * @param order its order, where it was taken now or before
     * @param why in words, where it was not
     */
    record SaleFate(
            UUID saleId,
            @Nullable UUID order,
            @Nullable String number,
            @Nullable String why) {

        static SaleFate taken(UUID saleId, OrderView order) {
            return new SaleFate(saleId, order.id(), "#" + order.number(), null);
        }
    }

    /** Each by itself, in their order, and as often as it takes: as {@code POST /cashier/sales/bulk} does it. */
    @PostMapping(CashierScreens.SALES)
    @Allows(permission = "orders.manage")
    ModelAndView take(HttpServletRequest request, Caller caller, Actor actor, Locale language) {
        var reader = readers.of(caller, language);
        var bound = FormBinder.bind(SalesDraft.class, request.getParameterMap(), caller.currency());
        var faults = bound.problems().faults();
        var sales = Optional.ofNullable(bound.value().sales())
                .orElseThrow(() -> new RequestRejected(HttpStatus.BAD_REQUEST, faults));
        var fates = new ArrayList<SaleFate>();
        for (var i = 0; i < sales.size(); i++) {
            var path = "sales[" + i + "].";
            var wrong = faults.stream()
                    .filter(fault -> fault.field() != null && fault.field().startsWith(path))
                    .toList();
            if (sales.get(i).saleId() != null) {
                fates.add(
                        wrong.isEmpty()
                                ? take(caller, actor, sales.get(i), reader)
                                : refused(sales.get(i), wrong, reader));
            }
        }
        return new ModelAndView("dashboard/cashier/taken", "fates", fates);
    }

    private SaleFate take(Caller caller, Actor actor, SaleDraft sale, PageReader reader) {
        var untimely = orders.untimely(caller.store(), sale.said(caller), clock.instant());
        if (untimely.isPresent()) {
            return refused(sale, List.of(untimely.get()), reader);
        }
        return switch (orders.place(caller.store(), actor, List.of(sale.command(caller)))
                .getFirst()) {
            case PlaceOrder.Result.Placed(var order, var _) -> SaleFate.taken(sale.saleId(), order);
            case PlaceOrder.Result.PlacedBefore(var order) -> SaleFate.taken(sale.saleId(), order);
            case PlaceOrder.Result.SoldBefore(var order) -> SaleFate.taken(sale.saleId(), order);
            case Refusal refusal -> refused(sale, refusal.violations(), reader);
        };
    }

    private static SaleFate refused(SaleDraft sale, List<Violation> faults, PageReader reader) {
        return new SaleFate(sale.saleId(), null, null, reader.fault(faults.getFirst()));
    }

    /** Net of the rules that hold by themselves, line by line, and what a code takes off beside. */
    @PostMapping(CashierScreens.QUOTE)
    @Allows(permission = "orders.view")
    ModelAndView quote(HttpServletRequest request, Caller caller, Locale language) {
        var reader = readers.of(caller, language);
        var bound = FormBinder.bind(CartDraft.class, request.getParameterMap(), caller.currency());
        if (!bound.problems().isEmpty()) {
            return unpriced(bound.problems().faults(), reader);
        }
        var cart = bound.value();
        return switch (quotes.quote(caller.store(), cart.question(caller, null))) {
            case RequestQuote.Result.Invalid invalid -> unpriced(invalid.violations(), reader);
            case RequestQuote.Result.Quoted(var plain) -> {
                var model = new HashMap<String, Object>();
                model.put("priced", plain);
                if (cart.discountCode() != null
                        && quotes.quote(caller.store(), cart.question(caller, cart.discountCode()))
                                instanceof RequestQuote.Result.Quoted(var priced)) {
                    addCode(caller, priced, reader, model);
                }
                yield new ModelAndView("dashboard/cashier/quote", model);
            }
        };
    }

    /** A code that counts the uses of each phone is none for the register, which asks for none. */
    private void addCode(Caller caller, PricedBasket priced, PageReader reader, Map<String, Object> model) {
        var code = priced.code();
        if (code != null && code.id() != null) {
            var countsPhones = codes.find(caller.store(), code.id())
                    .filter(found -> found.details().perUserLimit() != null)
                    .isPresent();
            model.put(countsPhones ? "lost" : "code", countsPhones ? reader.say("cashier.codeWantsPhone") : code);
            return;
        }
        priced.lost().stream()
                .filter(lost -> lost.kind().equals(PricedBasket.CODE))
                .findFirst()
                .ifPresent(lost -> model.put("lost", reader.fault(Violation.at("discountCode", lost.reason()))));
    }

    private static ModelAndView unpriced(List<Violation> faults, PageReader reader) {
        return new ModelAndView("dashboard/cashier/quote", "wrong", reader.fault(faults.getFirst()));
    }
}
