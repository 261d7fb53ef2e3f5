package iq.sendy.customers.web;

import iq.sendy.customers.CustomerView;
import iq.sendy.customers.Customers;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;

/** Customers of a store: list, read and change. */
@StoreController
class CustomerController {

    private final Customers customers;

    CustomerController(Customers customers) {
        this.customers = customers;
    }

    record CustomerFilter(@Text(Text.NAME) @Nullable String q) {}

    record CustomerChange(
            @Text(Text.NAME) @Example("\"زينب علي\"") Patch<String> name,

            @Text(Text.NOTES) @Example("\"تفضّل التوصيل مساءً\"")
            Patch<String> notes,

            @Size(max = 50) @Text(Text.REFERENCE) @Example("[\"VIP\"]")
            Patch<List<String>> tags,

            @Example("false") Patch<Boolean> isBlocked) {

        CustomerView.About over(CustomerView.About before) {
            return new CustomerView.About(
                    name.over(before.name()),
                    notes.over(before.notes()),
                    tags.over(before.tags(), List.of()).stream().distinct().toList(),
                    isBlocked.over(before.blocked(), false));
        }
    }

    record CustomerBody(
            UUID id,
            String phone,
            @Nullable String name,
            @Nullable String notes,
            List<String> tags,
            boolean isBlocked,
            long ordersCount,
            long deliveredCount,
            long refusedCount,
            long returnedCount,
            BigDecimal collectedTotal,
            Instant lastOrderAt,
            Instant createdAt,
            Instant updatedAt) {

        static CustomerBody of(CustomerView customer, Currency currency) {
            var about = customer.about();
            return new CustomerBody(
                    customer.id(),
                    customer.phone().value(),
                    about.name(),
                    about.notes(),
                    about.tags(),
                    about.blocked(),
                    customer.ordersCount(),
                    customer.deliveredCount(),
                    customer.refusedCount(),
                    customer.returnedCount(),
                    currency.onWire(customer.collectedTotal()),
                    customer.lastOrderAt(),
                    customer.createdAt(),
                    customer.updatedAt());
        }
    }

    @GetMapping("/customers")
    @Allows(permission = "customers.view", scope = "customers:read")
    @Describes("List the customers, newest first; q is a part of the name, or a phone")
    Answer<Page<CustomerBody>> list(@QueryParameters CustomerFilter filter, Paging paging, Caller caller) {
        return Answer.ok(
                "customer.listed",
                customers
                        .list(caller.store(), filter.q(), paging)
                        .map(customer -> CustomerBody.of(customer, caller.currency())));
    }

    @GetMapping("/customers/{id}")
    @Allows(permission = "customers.view", scope = "customers:read")
    @Describes("One customer, with what came of the orders")
    Answer<CustomerBody> get(@PathVariable UUID id, Caller caller) {
        return customers
                .find(caller.store(), id)
                .map(customer -> Answer.ok("customer.found", CustomerBody.of(customer, caller.currency())))
                .orElseGet(Answer::notFound);
    }

    @PutMapping("/customers/{id}")
    @Allows(permission = "customers.manage", scope = "customers:write")
    @Describes("Change what the shop says of a customer; a blocked one cannot order")
    Answer<CustomerBody> change(@PathVariable UUID id, @Body Bound<CustomerChange> body, Caller caller, Actor actor) {
        if (!body.problems().isEmpty() && customers.find(caller.store(), id).isEmpty()) {
            return Answer.notFound();
        }
        var request = body.valid();
        return customers
                .change(caller.store(), actor, id, request::over)
                .map(customer -> Answer.ok("customer.updated", CustomerBody.of(customer, caller.currency())))
                .orElseGet(Answer::notFound);
    }
}
