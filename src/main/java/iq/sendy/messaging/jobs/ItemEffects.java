package iq.sendy.messaging.jobs;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboundProcessing;
import iq.sendy.messaging.model.ReadDelivery;
import iq.sendy.meta.InboundItem;
import iq.sendy.platform.tenancy.PassingTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Effects of the items of one delivery, each in a transaction of its own; a repeat of one has none. */
@Component
class ItemEffects {

    private static final Logger LOG = LoggerFactory.getLogger(ItemEffects.class);

    private final InboundProcessing processing;
    private final TransactionTemplate transaction;

    ItemEffects(InboundProcessing processing, PlatformTransactionManager transactions) {
        this.processing = processing;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Lets each have its effect and notes which could not: by their kind and that of the failure, never by their words. */
    ReadDelivery oneByOne(StoreId store, ReadDelivery read) {
        var failures = new ArrayList<String>();
        read.items()
                .forEach((channel, items) -> items.forEach(item -> {
                    var failure = failure(store, channel, item);
                    if (failure != null) {
                        failures.add(item.getClass().getSimpleName() + ": " + failure);
                    }
                }));
        if (!failures.isEmpty()) {
            LOG.error("{} items of delivery {} had no effect: {}", failures.size(), read.id(), failures.getFirst());
        }
        return read.done(failures);
    }

    private @Nullable String failure(StoreId store, UUID channel, InboundItem item) {
        try {
            transaction.executeWithoutResult(_ -> processing.apply(store, channel, List.of(item)));
            return null;
        } catch (RuntimeException failed) {
            if (PassingTrouble.is(failed)) {
                throw failed;
            }
            return failed.getClass().getSimpleName();
        }
    }
}
