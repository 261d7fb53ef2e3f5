package iq.sendy.orders;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Counts what became of orders. No store is named, and nothing is asked for it. */
@Component
class OrderMeters {

    private final Map<OrderSource, Counter> placed = new EnumMap<>(OrderSource.class);
    private final Counter outOfStock;

    OrderMeters(MeterRegistry registry) {
        Arrays.stream(OrderSource.values())
                .forEach(source -> placed.put(
                        source,
                        Counter.builder("sendy.orders.placed")
                                .description("Orders that were stored, by the door that they came by")
                                .tag("source", source.toString())
                                .register(registry)));
        this.outOfStock = Counter.builder("sendy.orders.out.of.stock")
                .description("Orders, and changes of their items, that were refused because there was too little")
                .register(registry);
    }

    /** Orders count when they are committed: a step that is overtaken runs again, and one that fails leaves none. */
    void count(OrderTransaction transaction) {
        outOfStock.increment(transaction.ranShort());
        var sources = sources(transaction);
        if (!sources.isEmpty()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    sources.forEach(
                            source -> Objects.requireNonNull(placed.get(source)).increment());
                }
            });
        }
    }

    private static List<OrderSource> sources(OrderTransaction transaction) {
        return transaction.events().stream()
                .filter(OrderPlaced.class::isInstance)
                .map(event -> ((OrderPlaced) event).order().agreement().source())
                .toList();
    }
}
