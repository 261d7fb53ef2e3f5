package iq.sendy.agent;

import iq.sendy.agent.Knowledge.KnownText;
import iq.sendy.agent.store.KnowledgeStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.StoreLock;
import iq.sendy.platform.tenancy.WriteConflict;
import iq.sendy.storefront.StorefrontSettings;
import iq.sendy.storefront.Storefronts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knowledge base of a store: what the agent may say of the shop, from its people and from its storefront. */
@Service
public class KnowledgeBase {

    private static final String TYPE = "knowledge_item";
    private static final String LOCK = "agent.knowledge";

    private final KnowledgeStore items;
    private final Storefronts storefronts;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    KnowledgeBase(
            KnowledgeStore items,
            Storefronts storefronts,
            Pipeline pipeline,
            Audit audit,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.items = items;
        this.storefronts = storefronts;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** All that the agent may know: what was written for it first. */
    @Transactional(readOnly = true)
    public Knowledge of(StoreId store) {
        var texts = new ArrayList<KnownText>();
        for (var item : pipeline.ask(items.all(store)).answer()) {
            texts.add(item.text());
        }
        texts.addAll(shown(storefronts.find(store).face()));
        return new Knowledge(texts);
    }

    private static List<KnownText> shown(StorefrontSettings face) {
        var texts = new ArrayList<KnownText>();
        for (var faq : face.faqs()) {
            add(texts, KnowledgeTopic.FAQ, faq.question(), faq.answer());
        }
        add(texts, KnowledgeTopic.DELIVERY, null, face.deliveryPromise());
        add(texts, KnowledgeTopic.DELIVERY, null, face.policies().shipping());
        add(texts, KnowledgeTopic.RETURNS, null, face.policies().returns());
        add(texts, KnowledgeTopic.ABOUT, null, face.description());
        return texts;
    }

    private static void add(
            List<KnownText> texts, KnowledgeTopic topic, @Nullable String question, @Nullable String written) {
        var plain = written == null ? "" : PlainText.of(written, Knowledge.LONGEST_TEXT);
        if (!plain.isEmpty()) {
            texts.add(new KnownText(topic, question, plain, null));
        }
    }

    /** Newest first; what people wrote for the agent alone. */
    @Transactional(readOnly = true)
    public Page<KnowledgeItem> list(StoreId store, Paging paging) {
        return items.list(store).page(pipeline, paging);
    }

    @Transactional(readOnly = true)
    public Optional<KnowledgeItem> find(StoreId store, UUID item) {
        return pipeline.ask(items.find(store, item)).first();
    }

    /**
     * Keeps a new item.
     *
     * @param command with a topic and an answer
     */
    @Transactional
    public SaveKnowledge.Result create(StoreId store, Actor actor, SaveKnowledge command) {
        return create(store, actor, uuidGenerator.next(), command);
    }

    /**
     * As {@link #create}, under an id that its form was given: however often that is sent, one is there. What was sent
     * otherwise under that id, as after going back to the form, is another item.
     */
    @Transactional
    public SaveKnowledge.Result createOnce(StoreId store, Actor actor, UUID id, SaveKnowledge command) {
        var made = pipeline.ask(items.find(store, id)).first();
        if (made.isPresent()) {
            return made.get().text().equals(command.fresh())
                    ? new SaveKnowledge.Result.Saved(made.get())
                    : create(store, actor, command);
        }
        return WriteConflict.onDuplicateKey("the same form", () -> create(store, actor, id, command));
    }

    private SaveKnowledge.Result create(StoreId store, Actor actor, UUID id, SaveKnowledge command) {
        var text = command.fresh();
        if (mismatched(text)) {
            return new SaveKnowledge.Result.QuestionOfFaqAlone();
        }
        var trip = pipeline.open();
        trip.add(StoreLock.take(store, LOCK));
        var count = trip.add(items.count(store));
        trip.send();
        if (count.single() >= KnowledgeItem.MOST) {
            return new SaveKnowledge.Result.TooMany();
        }
        var now = clock.instant();
        var item = new KnowledgeItem(id, text, now, now);
        pipeline.send(items.insert(store, item));
        audit.record(store, actor, Change.created(TYPE, item.id(), item.text()));
        return new SaveKnowledge.Result.Saved(item);
    }

    @Transactional
    public SaveKnowledge.Result change(StoreId store, Actor actor, UUID id, SaveKnowledge command) {
        var before = pipeline.ask(items.lock(store, id)).first().orElse(null);
        if (before == null) {
            return new SaveKnowledge.Result.NoSuchItem();
        }
        var after = before.with(command.over(before.text()), clock.instant());
        if (mismatched(after.text())) {
            return new SaveKnowledge.Result.QuestionOfFaqAlone();
        }
        if (after.text().equals(before.text())) {
            return new SaveKnowledge.Result.Saved(before);
        }
        pipeline.send(items.update(store, after));
        audit.record(store, actor, Change.updated(TYPE, id, before.text(), after.text()));
        return new SaveKnowledge.Result.Saved(after);
    }

    private static boolean mismatched(KnownText text) {
        return (text.topic() == KnowledgeTopic.FAQ) == (text.question() == null);
    }

    /** False when there is none. */
    @Transactional
    public boolean delete(StoreId store, Actor actor, UUID id) {
        var before = pipeline.ask(items.lock(store, id)).first();
        before.ifPresent(item -> {
            pipeline.send(items.delete(store, id));
            audit.record(store, actor, Change.deleted(TYPE, id, item.text()));
        });
        return before.isPresent();
    }
}
