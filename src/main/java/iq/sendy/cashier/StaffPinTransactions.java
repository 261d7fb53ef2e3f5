package iq.sendy.cashier;

import iq.sendy.accounts.PasswordHash;
import iq.sendy.cashier.store.StaffPinStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The transactions of {@link StaffPins}, between which hashes are compared. */
@Component
class StaffPinTransactions {

    private static final Duration LOCKED = Duration.ofMinutes(5);

    private final StaffPinStore pins;
    private final Pipeline pipeline;
    private final Audit audit;
    private final Clock clock;

    StaffPinTransactions(StaffPinStore pins, Pipeline pipeline, Audit audit, Clock clock) {
        this.pins = pins;
        this.pipeline = pipeline;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a PIN is up against. */
    sealed interface PinTry {

        /** It may be judged, and counts as wrong until it was found right. */
        record Counted(PasswordHash hash) implements PinTry {}

        record Locked(Duration delay) implements PinTry {}

        record NoPin() implements PinTry {}
    }

    /** Takes a place among the tries that are judged. */
    @Transactional
    public PinTry begin(StoreId store, UUID member) {
        var now = clock.instant();
        var counted = pins.count(store, member, now, now.plus(LOCKED));
        var locked = pins.lockedUntil(store, member);
        pipeline.send(counted, locked);
        if (counted.any()) {
            return new PinTry.Counted(counted.single());
        }
        return locked.any() ? new PinTry.Locked(Duration.between(now, locked.single())) : new PinTry.NoPin();
    }

    @Transactional
    public void succeeded(StoreId store, UUID member) {
        pipeline.send(pins.forgive(store, member));
    }

    @Transactional
    public void withdraw(StoreId store, UUID member) {
        pipeline.send(pins.withdraw(store, member));
    }

    @Transactional
    public void set(StoreId store, Actor actor, UUID member, PasswordHash hash) {
        pipeline.send(pins.save(store, member, hash, clock.instant()));
        audit.record(store, actor, new Change("pin.set", "member", member, null, Map.of("pin", "set")));
    }
}
