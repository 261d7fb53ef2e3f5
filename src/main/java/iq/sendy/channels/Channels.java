package iq.sendy.channels;

import iq.sendy.channels.ChannelView.ChannelAccess;
import iq.sendy.channels.ChannelView.ChannelTrouble;
import iq.sendy.channels.DirectoryEntries.TokenAge;
import iq.sendy.channels.store.ChannelStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.AccountAnswer;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.audit.Audit.Change;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import iq.sendy.platform.tenancy.WriteConflict;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Channels: the accounts at WhatsApp and Instagram by which a store talks to its customers. */
@Service
public class Channels {

    private static final String TYPE = "social_channel";

    private final ChannelStore channels;
    private final DirectoryEntries directories;
    private final ChannelSecrets secrets;
    private final Pipeline pipeline;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    Channels(
            ChannelStore channels,
            DirectoryEntries directories,
            ChannelSecrets secrets,
            Pipeline pipeline,
            Audit audit,
            ApplicationEventPublisher events,
            UuidGenerator uuidGenerator,
            Clock clock) {
        this.channels = channels;
        this.directories = directories;
        this.secrets = secrets;
        this.pipeline = pipeline;
        this.audit = audit;
        this.events = events;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<ChannelView> list(StoreId store, Paging paging) {
        return channels.list(store).page(pipeline, paging);
    }

    @Transactional(readOnly = true)
    public Optional<ChannelView> find(StoreId store, UUID id) {
        return pipeline.ask(channels.find(store, id)).first();
    }

    /** As {@link #find}, for a trip of the caller's own. */
    public Query<ChannelView> standing(StoreId store, UUID id) {
        return channels.find(store, id);
    }

    @Transactional
    public CreateChannel.Result create(StoreId store, Actor actor, CreateChannel command) {
        return create(store, actor, uuidGenerator.next(), command, directories.fresh());
    }

    /**
     * As {@link #create}, for a form that has an id of its own, which nobody else is told: however often that is sent, one
     * is there, and each answer has its verify token. What was sent otherwise, as after going back to the form, is another,
     * and so is what is sent minutes later, or after another token was issued, or after it was deleted.
     */
    @Transactional
    public CreateChannel.Result createOnce(StoreId store, Actor actor, UUID form, CreateChannel command) {
        var id = directories.drawnId(store, form);
        var token = directories.drawn(store, id, form);
        var made = channels.find(store, id);
        var deleted = channels.deleted(store, id);
        pipeline.send(made, deleted);
        if (made.any() || deleted.any()) {
            return made.first()
                    .filter(channel -> isOf(command, store, channel))
                    .filter(channel -> directories.age(store, channel, token) == TokenAge.YOUNG)
                    .<CreateChannel.Result>map(channel -> new CreateChannel.Result.Created(channel, token))
                    .orElseGet(() -> create(store, actor, command));
        }
        var result = WriteConflict.onDuplicateKey("the same form", () -> create(store, actor, id, command, token));
        if (result instanceof CreateChannel.Result.AccountTaken
                && find(store, id).isPresent()) {
            throw new WriteConflict("the same form");
        }
        return result;
    }

    private boolean isOf(CreateChannel command, StoreId store, ChannelView channel) {
        return channel.terms().equals(command.terms())
                && secrets.keeps(store, channel.id(), command.accessToken(), command.appSecret());
    }

    private CreateChannel.Result create(StoreId store, Actor actor, UUID id, CreateChannel command, VerifyToken token) {
        var now = clock.instant();
        var terms = command.terms();
        var access = new ChannelAccess(command.appSecret() != null, now, terms.tokenExpiresAt(), null);
        var channel = new ChannelView(id, terms.account(), terms.details(), access, ChannelTrouble.NONE, now, now);
        // Whoever else enters the account at this moment is waited for here, and decides.
        if (!directories.enter(store, channel, command.answer())) {
            return new CreateChannel.Result.AccountTaken();
        }
        var kept = secrets.insert(store, channel.id(), command.accessToken(), command.appSecret());
        var trip = pipeline.open();
        trip.add(channels.insert(store, channel));
        trip.add(kept);
        trip.addAll(directories.prove(store, channel, token));
        trip.send();
        proveSoon(store, channel, command.answer() == null || command.answer() instanceof AccountAnswer.Unanswered);
        audit.record(store, actor, Change.created(TYPE, channel.id(), AuditedChannel.of(channel)));
        events.publishEvent(new ChannelChanged(store, channel.id()));
        return new CreateChannel.Result.Created(channel, token);
    }

    @Transactional
    public ChangeChannel.Result change(StoreId store, Actor actor, ChangeChannel command) {
        var found = pipeline.ask(channels.lock(store, command.channel())).first();
        if (found.isEmpty()) {
            return new ChangeChannel.Result.NoSuchChannel();
        }
        var before = found.get();
        var after = changed(before, command, clock.instant());
        var moves = !after.account().externalId().equals(before.account().externalId())
                || after.access().ownSecret() != before.access().ownSecret();
        if (moves && pipeline.ask(directories.taken(store, after)).any()) {
            return new ChangeChannel.Result.AccountTaken();
        }
        var trip = pipeline.open();
        trip.addAll(replaced(store, command));
        trip.addIf(moves || command.appSecret() != null, () -> directories.move(store, after));
        trip.add(channels.update(store, after));
        try {
            trip.send();
        } catch (DuplicateKeyException since) {
            // Taken after we looked. The transaction starts over and then finds it taken.
            throw new WriteConflict("the account was taken meanwhile");
        }
        proveSoon(store, after, moves || command.accessToken() != null);
        audit.record(store, actor, changes(before, after, command));
        events.publishEvent(new ChannelChanged(store, after.id()));
        return new ChangeChannel.Result.Changed(after);
    }

    private void proveSoon(StoreId store, ChannelView channel, boolean wanted) {
        if (wanted && (secrets.deploymentHasOne() || channel.access().ownSecret())) {
            directories.proveSoon(store, channel.id());
        }
    }

    private static ChannelView changed(ChannelView before, ChangeChannel command, Instant now) {
        var terms = command.merge().apply(before.terms());
        var renewed = command.accessToken() != null;
        var own = command.appSecret();
        var access = new ChannelAccess(
                own == null ? before.access().ownSecret() : own.value() != null,
                renewed ? now : before.access().tokenSince(),
                terms.tokenExpiresAt(),
                before.access().webhookVerifiedAt());
        // Whoever gives another token, or switches it on again, says that it works.
        var healed = renewed
                || (terms.details().enabled() && !before.details().enabled())
                || !terms.account().equals(before.account());
        var trouble = healed ? ChannelTrouble.NONE : before.trouble();
        return new ChannelView(before.id(), terms.account(), terms.details(), access, trouble, before.createdAt(), now);
    }

    private List<Query<Boolean>> replaced(StoreId store, ChangeChannel command) {
        var parts = new ArrayList<Query<Boolean>>();
        var token = command.accessToken();
        if (token != null) {
            parts.add(secrets.changeAccessToken(store, command.channel(), token));
        }
        var own = command.appSecret();
        if (own != null) {
            parts.add(secrets.changeAppSecret(store, command.channel(), own.value()));
        }
        return parts;
    }

    /** That a secret was changed is told, and nothing of it. */
    private static List<Change> changes(ChannelView before, ChannelView after, ChangeChannel command) {
        var changes = new ArrayList<Change>();
        changes.add(Change.updated(TYPE, after.id(), AuditedChannel.of(before), AuditedChannel.of(after)));
        if (command.accessToken() != null) {
            changes.add(told("access_token_changed", after.id(), null));
        }
        var own = command.appSecret();
        if (own != null) {
            changes.add(told(own.value() == null ? "app_secret_removed" : "app_secret_changed", after.id(), null));
        }
        return changes;
    }

    private static Change told(String verb, UUID id, @Nullable Object after) {
        return new Change(TYPE + "." + verb, TYPE, id, null, after);
    }

    /** Another verify token, and the end of the one before it; empty when there is no such channel. */
    @Transactional
    public Optional<IssuedToken> rotateToken(StoreId store, Actor actor, UUID id) {
        return pipeline.ask(channels.lock(store, id))
                .first()
                .map(before -> rotate(store, actor, before, directories.fresh()));
    }

    /**
     * As {@link #rotateToken}, for a form that has an id of its own, which nobody else is told: however often that is sent,
     * it rotates once, and each answer has the new token. What is sent minutes later rotates anew.
     */
    @Transactional
    public Optional<IssuedToken> rotateTokenOnce(StoreId store, Actor actor, UUID form, UUID id) {
        var token = directories.drawn(store, id, form);
        return pipeline.ask(channels.lock(store, id)).first().map(before -> switch (directories.age(
                store, before, token)) {
            case YOUNG -> new IssuedToken(before, token);
            case OLD -> rotate(store, actor, before, directories.fresh());
            case UNKNOWN -> rotate(store, actor, before, token);
        });
    }

    private IssuedToken rotate(StoreId store, Actor actor, ChannelView before, VerifyToken token) {
        var after = before.unproven(clock.instant());
        var trip = pipeline.open();
        trip.addAll(directories.prove(store, before, token));
        trip.add(channels.update(store, after));
        trip.send();
        audit.record(store, actor, told("verify_token_rotated", before.id(), null));
        return new IssuedToken(after, token);
    }

    /** A channel with a verify token that is shown this once. */
    public record IssuedToken(ChannelView channel, VerifyToken token) {}

    /** False when there is none. Its conversations stay; its secrets go, and nothing from Meta leads to it any more. */
    @Transactional
    public boolean delete(StoreId store, Actor actor, UUID id) {
        var found = pipeline.ask(channels.lock(store, id)).first();
        if (found.isEmpty()) {
            return false;
        }
        var trip = pipeline.open();
        trip.addAll(directories.leave(store, id));
        trip.add(secrets.delete(store, id));
        trip.add(channels.delete(store, id, clock.instant()));
        trip.send();
        audit.record(store, actor, Change.deleted(TYPE, id, AuditedChannel.of(found.get())));
        events.publishEvent(new ChannelChanged(store, id));
        return true;
    }

    /** A channel as the audit log has it. */
    private record AuditedChannel(ChannelTerms terms, Map<String, Boolean> secrets) {

        static AuditedChannel of(ChannelView channel) {
            return new AuditedChannel(
                    channel.terms(), Map.of("ownAppSecret", channel.access().ownSecret()));
        }
    }
}
