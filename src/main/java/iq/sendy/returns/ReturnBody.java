package iq.sendy.returns;

import iq.sendy.kernel.Currency;
import iq.sendy.platform.api.SchemaOf;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A return on the wire, in answers and in events alike: contract section 15. */
public record ReturnBody(
        UUID id,
        UUID orderId,
        ReturnStatus status,
        @Nullable String reason,
        @Nullable String note,
        List<ItemBody> items,
        BigDecimal refundAmount,
        @Nullable BigDecimal cashRefund,
        @Nullable UUID cashierSessionId,
        @SchemaOf(Currency.class) String currency,
        Instant createdAt,
        Instant updatedAt) {

    public record ItemBody(
            UUID orderItemId, String sku, long quantity, long restocked, long damaged, BigDecimal refund) {}

    public static ReturnBody of(ReturnView request) {
        var currency = request.refund().currency();
        var cash = request.refund().cash();
        return new ReturnBody(
                request.id(),
                request.orderId(),
                request.status(),
                request.reason(),
                request.note(),
                request.items().stream()
                        .map(item -> new ItemBody(
                                item.orderItemId(),
                                item.sku(),
                                item.quantity(),
                                item.restocked(),
                                item.damaged(),
                                currency.onWire(item.refund())))
                        .toList(),
                currency.onWire(request.refund().amount()),
                cash == null ? null : currency.onWire(cash.amount()),
                cash == null ? null : cash.session(),
                currency.name(),
                request.revision().createdAt(),
                request.revision().updatedAt());
    }
}
