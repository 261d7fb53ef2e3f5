package iq.sendy.pricing;

import iq.sendy.kernel.Phone;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.pricing.model.CodeChecks;
import iq.sendy.pricing.model.CodeWord;
import iq.sendy.pricing.store.CodeStore;
import iq.sendy.stores.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Discount codes, and their uses by orders. */
@Service
public class DiscountCodes {

    private static final String TYPE = "discount_code";

    private final Settings storeSettings;
    private final CodeStore codes;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    DiscountCodes(
            Settings storeSettings,
            CodeStore codes,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.storeSettings = storeSettings;
        this.codes = codes;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<DiscountCode> list(StoreId store, Paging paging) {
        return codes.list(store).page(pipeline, paging);
    }

    @Transactional(readOnly = true)
    public Optional<DiscountCode> find(StoreId store, UUID id) {
        return pipeline.ask(codes.find(store, id)).first();
    }

    @Transactional
    public CreateDiscountCode.Result create(StoreId store, Actor actor, CreateDiscountCode command) {
        return make(store, actor, uuidGenerator.next(), command);
    }

    /**
     * As {@link #create}, under an id that its form was given: however often that is sent, one is there. What was sent
     * otherwise under that id, as after going back to the form, is another code.
     */
    @Transactional
    public CreateDiscountCode.Result createOnce(StoreId store, Actor actor, UUID id, CreateDiscountCode command) {
        var made = pipeline.ask(codes.find(store, id)).first();
        if (made.isPresent() && made.get().details().equals(command.details())) {
            return new CreateDiscountCode.Result.Created(made.get());
        }
        if (made.isPresent() || pipeline.ask(codes.deleted(store, id)).any()) {
            return create(store, actor, command);
        }
        var result = WriteConflict.onDuplicateKey("the same form", () -> make(store, actor, id, command));
        if (result instanceof CreateDiscountCode.Result.WordTaken) {
            return pipeline.ask(codes.find(store, id))
                    .first()
                    .filter(since -> since.details().equals(command.details()))
                    .<CreateDiscountCode.Result>map(CreateDiscountCode.Result.Created::new)
                    .orElse(result);
        }
        return result;
    }

    private CreateDiscountCode.Result make(StoreId store, Actor actor, UUID id, CreateDiscountCode command) {
        storeSettings.requireCurrency(store, command.currency());
        var now = clock.instant();
        var code = new DiscountCode(id, command.details(), 0, now, now);
        if (!pipeline.ask(codes.insert(store, code)).any()) {
            return new CreateDiscountCode.Result.WordTaken();
        }
        audit.record(store, actor, Change.created(TYPE, code.id(), code.details()));
        return new CreateDiscountCode.Result.Created(code);
    }

    @Transactional
    public ChangeDiscountCode.Result change(StoreId store, Actor actor, ChangeDiscountCode command) {
        storeSettings.requireCurrency(store, command.currency());
        var before = pipeline.ask(codes.lock(store, command.id())).first().orElse(null);
        if (before == null) {
            return new ChangeDiscountCode.Result.NoSuchCode();
        }
        var after = before.with(command.merge().apply(before.details()), clock.instant());
        var word = after.details().code();
        if (!word.equals(before.details().code())
                && pipeline.ask(codes.wordTaken(store, after.id(), word)).any()) {
            return new ChangeDiscountCode.Result.WordTaken();
        }
        try {
            pipeline.send(codes.update(store, after));
        } catch (DuplicateKeyException since) {
            // one_code_per_word: taken after we looked. The step starts over and then finds it taken.
            throw new WriteConflict("the word of the code was taken meanwhile");
        }
        audit.record(store, actor, Change.updated(TYPE, after.id(), before.details(), after.details()));
        return new ChangeDiscountCode.Result.Changed(after);
    }

    /** False when there is none. Its word is free again; orders keep what they copied of it, and may still give back their use. */
    @Transactional
    public boolean delete(StoreId store, Actor actor, UUID id) {
        var before = pipeline.ask(codes.lock(store, id)).first();
        before.ifPresent(code -> {
            pipeline.send(codes.delete(store, id, clock.instant()));
            audit.record(store, actor, Change.deleted(TYPE, id, code.details()));
        });
        return before.isPresent();
    }

    /** The limit for each customer is not looked at. */
    @Transactional(readOnly = true)
    public ValidateDiscountCode.Result validate(StoreId store, ValidateDiscountCode question) {
        var word = CodeWord.normal(question.code());
        var found = pipeline.ask(codes.look(store, word)).first().map(CodeStore.Named::code);
        var named = new NamedCode(word, found.orElse(null), 0, false);
        var refusal = CodeChecks.refusal(named, question.orderValue(), clock.instant());
        if (refusal.isPresent() || found.isEmpty()) {
            return new ValidateDiscountCode.Result.DoesNot(refusal.orElse(CodeRefusal.UNKNOWN));
        }
        var discount = found.get().details().discount();
        return new ValidateDiscountCode.Result.Holds(discount, discount.off(question.orderValue()));
    }

    /** The value from which a code holds; empty when there is no such code, or it holds from nothing on. */
    @Transactional(readOnly = true)
    public Optional<Long> minimum(StoreId store, String code) {
        return pipeline.ask(codes.look(store, CodeWord.normal(code)))
                .first()
                .map(found -> found.code().details().minOrderValue());
    }

    /**
     * Uses a code for an order: a row when it happened. After {@link Quotes#terms} in the same step it always does; without a
     * row the step was overtaken and must roll back.
     */
    public Query<Boolean> use(StoreId store, UUID code, @Nullable Phone phone, UUID order, Instant now) {
        return codes.use(store, uuidGenerator.next(), code, phone, order, now);
    }

    /** Gives back whatever code an order used: a row when there was one. The second time there is none. */
    public Query<Boolean> giveBack(StoreId store, UUID order, Instant now) {
        return codes.giveBack(store, order, now);
    }
}
