package iq.sendy.pricing.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.AnswerWriter;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Amount;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.PatchMerge;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.pricing.ChangeDiscountCode;
import iq.sendy.pricing.CreateDiscountCode;
import iq.sendy.pricing.DiscountCode;
import iq.sendy.pricing.DiscountCodeInput;
import iq.sendy.pricing.DiscountCodes;
import iq.sendy.pricing.DiscountMerge;
import iq.sendy.pricing.DiscountType;
import iq.sendy.pricing.ValidateDiscountCode;
import jakarta.servlet.http.HttpServletRequest;
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

/** Discount codes: list, read, make, change, delete and validate. */
@StoreController
class DiscountCodeController {

    private final DiscountCodes codes;
    private final AnswerWriter writer;

    DiscountCodeController(DiscountCodes codes, AnswerWriter writer) {
        this.codes = codes;
        this.writer = writer;
    }

    record CodeBody(
            UUID id,
            String code,
            DiscountType discountType,
            BigDecimal discountValue,
            @Nullable BigDecimal minOrderValue,
            @Nullable Long maxUses,
            @Nullable Long perUserLimit,
            long usedCount,
            @Nullable Instant startsAt,
            @Nullable Instant expiresAt,
            boolean isActive,
            @Nullable String notes,
            Instant createdAt,
            Instant updatedAt) {

        static CodeBody of(DiscountCode code, Currency currency) {
            var discountCodeDetails = code.details();
            return new CodeBody(
                    code.id(),
                    discountCodeDetails.code(),
                    discountCodeDetails.discount().type(),
                    DiscountMerge.onWire(discountCodeDetails.discount(), currency),
                    currency.onWireOrNull(discountCodeDetails.minOrderValue()),
                    discountCodeDetails.maxUses(),
                    discountCodeDetails.perUserLimit(),
                    code.usedCount(),
                    discountCodeDetails.startsAt(),
                    discountCodeDetails.expiresAt(),
                    discountCodeDetails.active(),
                    discountCodeDetails.notes(),
                    code.createdAt(),
                    code.updatedAt());
        }
    }

    @GetMapping("/discounts/codes")
    @Allows(permission = "discounts.view", scope = "discounts:read")
    @Describes("List the discount codes, newest first")
    Answer<Page<CodeBody>> list(Paging paging, Caller caller) {
        return Answer.ok(
                "discount_code.listed",
                codes.list(caller.store(), paging).map(code -> CodeBody.of(code, caller.currency())));
    }

    @PostMapping("/discounts/codes")
    @Allows(permission = "discounts.manage", scope = "discounts:write")
    @Describes(value = "Make a discount code", refuses = CreateDiscountCode.Result.class)
    Answer<CodeBody> create(@Body Bound<DiscountCodeInput> body, Caller caller, Actor actor) {
        var discountCodeDetails = body.value().over(null, caller, body.problems());
        body.problems().refuseIfAny();
        var command = new CreateDiscountCode(caller.currency(), PatchMerge.sound(discountCodeDetails));
        return switch (codes.create(caller.store(), actor, command)) {
            case CreateDiscountCode.Result.Created(var code) ->
                Answer.ok("discount_code.created", CodeBody.of(code, caller.currency()));
            case CreateDiscountCode.Result.WordTaken taken -> Answer.refused(taken);
        };
    }

    record ValidateQuery(
            @Required @Text(Text.NAME) @Example("\"EID10\"") String code,
            @Required @Amount @Example("25000") Long orderValue) {}

    /** What is not said of a case is left out of it, as existing clients know it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Validity(
            boolean isValid,
            @Nullable DiscountType discountType,
            @Nullable BigDecimal discountValue,
            @Nullable BigDecimal discountAmount,
            @Nullable String errorMessage,
            @Nullable String errorCode) {}

    @GetMapping("/discounts/codes/validate")
    @Allows(permission = "discounts.view", scope = "discounts:read")
    @Describes("Whether a code would hold now for an order of this value; the limit for each customer is not looked at")
    Answer<Validity> validate(@QueryParameters ValidateQuery query, Caller caller, HttpServletRequest request) {
        var currency = caller.currency();
        return Answer.ok(
                "discount_code.validated",
                switch (codes.validate(caller.store(), new ValidateDiscountCode(query.code(), query.orderValue()))) {
                    case ValidateDiscountCode.Result.Holds(var discount, var amount) ->
                        new Validity(
                                true,
                                discount.type(),
                                DiscountMerge.onWire(discount, currency),
                                currency.onWire(amount),
                                null,
                                null);
                    case ValidateDiscountCode.Result.DoesNot(var why) -> {
                        var errors = writer.errors(List.of(Violation.of(why.code())), writer.language(request));
                        yield new Validity(
                                false, null, null, null, errors.getFirst().message(), why.code());
                    }
                });
    }

    @GetMapping("/discounts/codes/{id}")
    @Allows(permission = "discounts.view", scope = "discounts:read")
    @Describes("One discount code, with how often it was used")
    Answer<CodeBody> get(@PathVariable UUID id, Caller caller) {
        return codes.find(caller.store(), id)
                .map(code -> Answer.ok("discount_code.found", CodeBody.of(code, caller.currency())))
                .orElseGet(Answer::notFound);
    }

    @PutMapping("/discounts/codes/{id}")
    @Allows(permission = "discounts.manage", scope = "discounts:write")
    @Describes(
            value = "Change some of a discount code; orders that used it stay as they are",
            refuses = ChangeDiscountCode.Result.class)
    Answer<CodeBody> change(@PathVariable UUID id, @Body Bound<DiscountCodeInput> body, Caller caller, Actor actor) {
        var before = codes.find(caller.store(), id);
        if (before.isEmpty()) {
            return Answer.notFound();
        }
        body.value().over(before.get().details(), caller, body.problems());
        var request = body.valid();
        var command = new ChangeDiscountCode(
                id, caller.currency(), present -> PatchMerge.sound(request.over(present, caller, new Violations())));
        return switch (codes.change(caller.store(), actor, command)) {
            case ChangeDiscountCode.Result.Changed(var code) ->
                Answer.ok("discount_code.updated", CodeBody.of(code, caller.currency()));
            case ChangeDiscountCode.Result.WordTaken taken -> Answer.refused(taken);
            case ChangeDiscountCode.Result.NoSuchCode _ -> Answer.notFound();
        };
    }

    @DeleteMapping("/discounts/codes/{id}")
    @Allows(permission = "discounts.manage", scope = "discounts:write")
    @Describes("Delete a discount code; its word is free again, and orders keep what they say of it")
    Answer<Void> delete(@PathVariable UUID id, Caller caller, Actor actor) {
        return codes.delete(caller.store(), actor, id) ? Answer.ok("discount_code.deleted", null) : Answer.notFound();
    }
}
