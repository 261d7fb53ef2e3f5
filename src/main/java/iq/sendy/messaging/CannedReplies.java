package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.store.CannedReplyStore;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Canned replies of a store: what its people write again and again. */
@Service
public class CannedReplies {

    private static final String TYPE = "canned_reply";

    private final CannedReplyStore replies;
    private final Pipeline pipeline;
    private final Audit audit;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    CannedReplies(CannedReplyStore replies, Pipeline pipeline, Audit audit, UuidGenerator uuidGenerator, Clock clock) {
        this.replies = replies;
        this.pipeline = pipeline;
        this.audit = audit;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<CannedReply> list(StoreId store, Paging paging) {
        return replies.list(store).page(pipeline, paging);
    }

    @Transactional(readOnly = true)
    public Optional<CannedReply> find(StoreId store, UUID reply) {
        return pipeline.ask(replies.find(store, reply)).first();
    }

    /**
     * Whether there is one that is this in every word.
     *
     * @param command with a shortcut and a text
     */
    @Transactional(readOnly = true)
    public boolean has(StoreId store, SaveCannedReply command) {
        var wanted = command.fresh();
        return pipeline.ask(replies.under(store, wanted))
                .first()
                .filter(reply -> reply.details().equals(wanted))
                .isPresent();
    }

    /**
     * Keeps a new reply.
     *
     * @param command with a shortcut and a text
     */
    @Transactional
    public SaveCannedReply.Result create(StoreId store, Actor actor, SaveCannedReply command) {
        var now = clock.instant();
        var reply = new CannedReply(uuidGenerator.next(), command.fresh(), now, now);
        if (!pipeline.ask(replies.insert(store, reply)).any()) {
            return new SaveCannedReply.Result.ShortcutTaken();
        }
        audit.record(store, actor, Change.created(TYPE, reply.id(), reply.details()));
        return new SaveCannedReply.Result.Saved(reply);
    }

    @Transactional
    public SaveCannedReply.Result change(StoreId store, Actor actor, UUID id, SaveCannedReply command) {
        var before = pipeline.ask(replies.lock(store, id)).first().orElse(null);
        if (before == null) {
            return new SaveCannedReply.Result.NoSuchReply();
        }
        var after = before.with(command.over(before.details()), clock.instant());
        if (after.details().equals(before.details())) {
            return new SaveCannedReply.Result.Saved(before);
        }
        if (pipeline.ask(replies.shortcutTaken(store, after)).any()) {
            return new SaveCannedReply.Result.ShortcutTaken();
        }
        try {
            pipeline.send(replies.update(store, after));
        } catch (DuplicateKeyException since) {
            // one_reply_per_shortcut: taken after we looked. The step starts over and then finds it taken.
            throw new WriteConflict("the shortcut was taken meanwhile");
        }
        audit.record(store, actor, Change.updated(TYPE, id, before.details(), after.details()));
        return new SaveCannedReply.Result.Saved(after);
    }

    /** False when there is none. Its shortcut is free again. */
    @Transactional
    public boolean delete(StoreId store, Actor actor, UUID id) {
        var before = pipeline.ask(replies.lock(store, id)).first();
        before.ifPresent(reply -> {
            pipeline.send(replies.delete(store, id));
            audit.record(store, actor, Change.deleted(TYPE, id, reply.details()));
        });
        return before.isPresent();
    }
}
