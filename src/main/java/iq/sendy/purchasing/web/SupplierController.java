package iq.sendy.purchasing.web;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.Text;
import iq.sendy.purchasing.DeleteSupplier;
import iq.sendy.purchasing.Supplier;
import iq.sendy.purchasing.SupplierRequest;
import iq.sendy.purchasing.Suppliers;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;

@StoreController
class SupplierController {

    private final Suppliers suppliers;

    SupplierController(Suppliers suppliers) {
        this.suppliers = suppliers;
    }

    record SupplierFilter(@Text(Text.NAME) @Nullable String q) {}

    record SupplierBody(
            UUID id,
            String fullName,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String company,
            @Nullable String address,
            @Nullable String notes,
            BigDecimal balance,
            Instant createdAt,
            Instant updatedAt) {

        static SupplierBody of(Supplier supplier, Currency currency) {
            var details = supplier.details();
            var phone = details.phone();
            return new SupplierBody(
                    supplier.id(),
                    details.fullName(),
                    phone == null ? null : phone.value(),
                    details.email(),
                    details.company(),
                    details.address(),
                    details.notes(),
                    currency.onWire(supplier.balance()),
                    supplier.createdAt(),
                    supplier.updatedAt());
        }
    }

    @GetMapping("/suppliers")
    @Allows(permission = "suppliers.view", scope = "purchasing:read")
    @Describes("List the suppliers, newest first; q is a part of the name, company or e-mail address, or a phone")
    Answer<Page<SupplierBody>> list(@QueryParameters SupplierFilter filter, Paging paging, Caller caller) {
        return Answer.ok(
                "supplier.listed",
                suppliers
                        .list(caller.store(), filter.q(), paging)
                        .map(supplier -> SupplierBody.of(supplier, caller.currency())));
    }

    @PostMapping("/suppliers")
    @Allows(permission = "suppliers.manage", scope = "purchasing:write")
    @Describes("Add a supplier")
    Answer<SupplierBody> create(@Body Bound<SupplierRequest> body, Caller caller, Actor actor) {
        if (!body.value().fullName().present()) {
            body.problems().add("fullName", "field.required");
        }
        var supplier = suppliers.create(caller.store(), actor, body.valid().fresh());
        return Answer.ok("supplier.created", SupplierBody.of(supplier, caller.currency()));
    }

    @GetMapping("/suppliers/{id}")
    @Allows(permission = "suppliers.view", scope = "purchasing:read")
    @Describes("One supplier, with what is owed to it")
    Answer<SupplierBody> get(@PathVariable UUID id, Caller caller) {
        return suppliers
                .find(caller.store(), id)
                .map(supplier -> Answer.ok("supplier.found", SupplierBody.of(supplier, caller.currency())))
                .orElseGet(Answer::notFound);
    }

    @PutMapping("/suppliers/{id}")
    @Allows(permission = "suppliers.manage", scope = "purchasing:write")
    @Describes("Change some of a supplier; what is owed follows from receipts and payments alone")
    Answer<SupplierBody> change(@PathVariable UUID id, @Body Bound<SupplierRequest> body, Caller caller, Actor actor) {
        if (!body.problems().isEmpty() && suppliers.find(caller.store(), id).isEmpty()) {
            return Answer.notFound();
        }
        var request = body.valid();
        return suppliers
                .change(caller.store(), actor, id, request::over)
                .map(supplier -> Answer.ok("supplier.updated", SupplierBody.of(supplier, caller.currency())))
                .orElseGet(Answer::notFound);
    }

    @DeleteMapping("/suppliers/{id}")
    @Allows(permission = "suppliers.manage", scope = "purchasing:write")
    @Describes(
            value = "Delete a supplier with whom the shop is even; its purchase orders keep its name",
            refuses = DeleteSupplier.Result.class)
    Answer<Void> delete(@PathVariable UUID id, Caller caller, Actor actor) {
        return switch (suppliers.delete(caller.store(), actor, new DeleteSupplier(id))) {
            case DeleteSupplier.Result.Deleted _ -> Answer.ok("supplier.deleted", null);
            case DeleteSupplier.Result.NoSuchSupplier _ -> Answer.notFound();
            case Refusal refusal -> Answer.refused(refusal);
        };
    }
}
