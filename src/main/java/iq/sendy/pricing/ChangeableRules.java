package iq.sendy.pricing;

import iq.sendy.kernel.Currency;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.TableGateway;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.pricing.store.RuleStore;
import iq.sendy.stores.Settings;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rules of one kind that a store prices by. Whoever makes or changes one says in which currency its amounts were read, and
 * gives all rules of the store a new version.
 *
 * @param <R> the rule
 * @param <D> what the shop decides about it
 */
public abstract class ChangeableRules<R extends PricingRule<R, D>, D> {

    private final String type;
    private final TableGateway<R> rules;
    private final Settings storeSettings;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    ChangeableRules(
            String type,
            TableGateway<R> rules,
            Settings storeSettings,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.type = type;
        this.rules = rules;
        this.storeSettings = storeSettings;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** A rule that begins now. */
    abstract R fresh(UUID id, D details, Instant now);

    @Transactional(readOnly = true)
    public Page<R> list(StoreId store, Paging paging) {
        return rules.list(store).page(pipeline, paging);
    }

    @Transactional(readOnly = true)
    public Optional<R> find(StoreId store, UUID id) {
        return pipeline.ask(rules.find(store, id)).first();
    }

    @Transactional
    public R create(StoreId store, Actor actor, Currency currency, D details) {
        return make(store, actor, currency, uuidGenerator.next(), details);
    }

    /**
     * As {@link #create}, under an id that its form was given: however often that is sent, it is made once. What was sent
     * otherwise under that id, as after going back to the form, is another rule.
     */
    @Transactional
    public R createOnce(StoreId store, Actor actor, Currency currency, UUID id, D details) {
        var made = pipeline.ask(rules.find(store, id)).first();
        if (made.isPresent()) {
            var same = made.get().details().equals(details);
            return same ? made.get() : create(store, actor, currency, details);
        }
        return WriteConflict.onDuplicateKey("the same form", () -> make(store, actor, currency, id, details));
    }

    private R make(StoreId store, Actor actor, Currency currency, UUID id, D details) {
        storeSettings.requireCurrency(store, currency);
        var rule = fresh(id, details, clock.instant());
        pipeline.send(rules.insert(store, rule), RuleStore.renew(store, uuidGenerator.next()));
        audit.record(store, actor, Change.created(type, rule.id(), details));
        return rule;
    }

    /**
     * Empty when there is none.
     *
     * @param merge is given the rule as it stands under its lock, and answers it as it shall be
     */
    @Transactional
    public Optional<R> change(StoreId store, Actor actor, Currency currency, UUID id, UnaryOperator<D> merge) {
        storeSettings.requireCurrency(store, currency);
        return pipeline.ask(rules.lock(store, id)).first().map(before -> {
            var after = before.with(merge.apply(before.details()), clock.instant());
            pipeline.send(rules.update(store, after), RuleStore.renew(store, uuidGenerator.next()));
            audit.record(store, actor, Change.updated(type, id, before.details(), after.details()));
            return after;
        });
    }

    /** False when there is none. */
    @Transactional
    public boolean delete(StoreId store, Actor actor, UUID id) {
        var before = pipeline.ask(rules.lock(store, id)).first();
        before.ifPresent(rule -> {
            pipeline.send(rules.delete(store, id), RuleStore.renew(store, uuidGenerator.next()));
            audit.record(store, actor, Change.deleted(type, id, rule.details()));
        });
        return before.isPresent();
    }
}
