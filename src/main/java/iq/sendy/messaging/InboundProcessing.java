package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.EchoIntake.EchoLook;
import iq.sendy.meta.InboundItem;
import iq.sendy.meta.MessageEcho;
import iq.sendy.platform.tenancy.PassingTrouble;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What inbound items do to contacts, conversations and messages, inside the transaction of whoever brings them. The same
 * items twice, in any order and at the same time, come to the same: a message is new once, and statuses move upward only.
 */
@Service
public class InboundProcessing {

    private static final Logger LOG = LoggerFactory.getLogger(InboundProcessing.class);

    private final InboundEffects effects;
    private final InboundAnnouncer announcer;
    private final TransactionTemplate savepoint;

    InboundProcessing(InboundEffects effects, InboundAnnouncer announcer, PlatformTransactionManager transactions) {
        this.effects = effects;
        this.announcer = announcer;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Applies what Meta told of a channel. Of several items one that cannot be stored holds no other up, and is answered; one
     * alone that cannot be stored throws. What is the fault of the moment is never an item's, and throws.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<InboundItem> apply(StoreId store, UUID channel, List<InboundItem> items) {
        if (items.size() == 1) {
            announcer.announce(store, channel, effects.apply(store, channel, items, EchoLook.FIRST));
            return List.of();
        }
        try {
            announcer.announce(store, channel, saved(() -> effects.apply(store, channel, items, EchoLook.FIRST)));
            return List.of();
        } catch (NonTransientDataAccessException failed) {
            passOn(failed);
            LOG.warn(
                    "{} items of a delivery are taken one by one: {}",
                    items.size(),
                    failed.getClass().getSimpleName());
            return oneByOne(store, channel, items);
        }
    }

    private List<InboundItem> oneByOne(StoreId store, UUID channel, List<InboundItem> items) {
        var refused = new ArrayList<InboundItem>();
        for (var item : items) {
            try {
                announcer.announce(
                        store, channel, saved(() -> effects.apply(store, channel, List.of(item), EchoLook.FIRST)));
            } catch (NonTransientDataAccessException failed) {
                passOn(failed);
                refused.add(item);
            }
        }
        return refused;
    }

    /** Spring counts a database that is away, or out of memory, among what lasts. */
    private static void passOn(NonTransientDataAccessException failed) {
        if (PassingTrouble.is(failed)) {
            throw failed;
        }
    }

    /** An echo that was waited with: what matches none of our messages now was written by a person elsewhere. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(StoreId store, UUID channel, MessageEcho echo) {
        announcer.announce(store, channel, effects.apply(store, channel, List.of(echo), EchoLook.LAST));
    }

    private InboundOutcome saved(Supplier<InboundOutcome> work) {
        return Objects.requireNonNull(savepoint.execute(_ -> work.get()));
    }
}
