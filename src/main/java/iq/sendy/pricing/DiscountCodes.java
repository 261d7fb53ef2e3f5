package iq.sendy.pricing;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.pricing.store.CodeStore;
import java.time.Clock;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Making, changing and deleting discount codes. */
@Component
class DiscountCodes {

    private final CodeStore codes;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    DiscountCodes(CodeStore codes, Audit audit, UuidGenerator uuidGenerator, Clock clock) {
        this.codes = codes;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    SaveCodeResult create(StoreId store, Actor actor, DiscountCode.Details details) {
        var now = clock.instant();
        var code = new DiscountCode(uuidGenerator.next(), details, 0, now, now);
        if (!codes.insert(store, code)) {
            return new SaveCodeResult.WordTaken();
        }
        audit.record(
                store, actor, new Audit.Change("discount_code.created", "discount_code", code.id(), null, details));
        return new SaveCodeResult.Saved(code);
    }

    SaveCodeResult change(StoreId store, Actor actor, UUID id, UnaryOperator<DiscountCode.Details> change) {
        var before = codes.lock(store, id).orElse(null);
        if (before == null) {
            return new SaveCodeResult.NoSuchCode();
        }
        var details = change.apply(before.details());
        var moved = !details.code().equals(before.details().code());
        if (moved && codes.wordTaken(store, id, details.code())) {
            return new SaveCodeResult.WordTaken();
        }
        var after = new DiscountCode(id, details, before.usedCount(), before.createdAt(), clock.instant());
        try {
            codes.update(store, after);
        } catch (DuplicateKeyException since) {
            // one_code_per_word: taken after we looked. The step starts over and then finds it taken.
            throw new WriteConflict("the word of the code was taken meanwhile");
        }
        audit.record(
                store,
                actor,
                new Audit.Change("discount_code.updated", "discount_code", id, before.details(), details));
        return new SaveCodeResult.Saved(after);
    }

    /** Orders keep what they copied of it, and may still give back what they used. */
    boolean delete(StoreId store, Actor actor, UUID id) {
        var before = codes.lock(store, id).orElse(null);
        if (before == null) {
            return false;
        }
        codes.delete(store, id, clock.instant());
        audit.record(
                store, actor, new Audit.Change("discount_code.deleted", "discount_code", id, before.details(), null));
        return true;
    }
}
