package iq.sendy.messaging;

import iq.sendy.jobs.Jobs;
import iq.sendy.jobs.NewJob;
import iq.sendy.kernel.InputText;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.store.MediaStore;
import iq.sendy.meta.InboundContent;
import iq.sendy.meta.MediaReference;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.secrets.Digests;
import iq.sendy.platform.sql.BeforeCommit;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.StoreLock;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Inbound media: fetched from the provider beside the message, which is shown at once. A store keeps so many bytes of them
 * and no more, and one conversation has a share of that, so that nobody fills a disk by writing to a shop.
 */
@Service
public class InboundMedia {

    /** The kind of job that fetches one of them. */
    public static final String FETCH = "messaging.fetch-media";

    /** More than any message of a customer has. */
    private static final int MOST = 20;

    private static final int LONGEST_ADDRESS = 4_096;
    private static final int LONGEST_WORD = 255;

    /** The part of a store's room that one conversation may take. */
    private static final int SHARE = 10;

    private final MediaStore media;
    private final Pipeline pipeline;
    private final BeforeCommit beforeCommit;
    private final Jobs jobs;
    private final ApplicationEventPublisher events;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;
    private final long room;

    InboundMedia(
            MediaStore media,
            Pipeline pipeline,
            BeforeCommit beforeCommit,
            Jobs jobs,
            ApplicationEventPublisher events,
            UuidGenerator uuidGenerator,
            Clock clock,
            @Value("${sendy.inbox.media.mebibytes:5120}") long mebibytes) {
        this.media = media;
        this.pipeline = pipeline;
        this.beforeCommit = beforeCommit;
        this.jobs = jobs;
        this.events = events;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
        this.room = mebibytes << 20;
    }

    /**
     * Notes the media of a message whose row is written by this transaction before it commits, and has them fetched. Costs
     * no trip of its own.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void expect(StoreId store, UUID conversation, UUID message, InboundContent content) {
        var expected = new ArrayList<ExpectedMedium>();
        for (var reference : content.media()) {
            var known = known(reference);
            if (known != null && expected.size() < MOST) {
                expected.add(new ExpectedMedium(
                        uuidGenerator.next(),
                        conversation,
                        message,
                        expected.size(),
                        MediaKind.declared(content.kind(), known.mimeType()),
                        known,
                        clock.instant()));
            }
        }
        if (expected.isEmpty()) {
            return;
        }
        beforeCommit.add(BeforeCommit.LockOrder.SEQUENCES, media.expect(store, expected));
        jobs.enqueue(
                store,
                expected.stream()
                        .map(medium -> NewJob.of(medium.id(), FETCH, null))
                        .toList());
    }

    /** What is said of a medium, as it can be stored; null where that leads nowhere. */
    private static @Nullable MediaReference known(MediaReference said) {
        var id = within(said.id(), LONGEST_WORD);
        var url = within(said.url(), LONGEST_ADDRESS);
        return id == null && url == null
                ? null
                : new MediaReference(
                        id,
                        url,
                        within(said.mimeType(), LONGEST_WORD),
                        within(said.sha256(), LONGEST_WORD),
                        within(said.fileName(), LONGEST_WORD));
    }

    private static @Nullable String within(@Nullable String said, int longest) {
        if (said == null || said.length() > longest || said.indexOf('\0') >= 0) {
            return null;
        }
        var clean = InputText.clean(said);
        return clean.isEmpty() ? null : clean;
    }

    /** Of these those that still wait, inside the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<MediumToFetch> waiting(StoreId store, Collection<UUID> ids) {
        return pipeline.ask(media.waiting(store, ids)).answer();
    }

    /** Notes what came of fetching one, and says so to who watches its conversation. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(StoreId store, MediumToFetch medium, FetchedMedium fetched) {
        var settled = switch (fetched) {
            case FetchedMedium.Kept kept -> settled(store, medium, kept);
            case FetchedMedium.Declined(var reason) -> givenUp(store, medium, MediaState.REFUSED, reason);
            case FetchedMedium.Lost(var reason) -> givenUp(store, medium, MediaState.FAILED, reason);
        };
        if (settled) {
            events.publishEvent(new MessageChanged(store, medium.conversation(), medium.message()));
        }
    }

    /** One after the other in a store, so that two which fit alone do not both come in where there is room for one. */
    private boolean settled(StoreId store, MediumToFetch medium, FetchedMedium.Kept kept) {
        var taken = media.kept(store, medium.conversation());
        pipeline.send(StoreLock.take(store, "messaging.media"), taken);
        var size = kept.content().length();
        if (taken.single().ofStore() + size > room || taken.single().ofConversation() + size > room / SHARE) {
            return givenUp(store, medium, MediaState.REFUSED, "no_room");
        }
        var sha256 = Digests.sha256(kept.content().toArray());
        return pipeline.ask(media.keep(store, medium.id(), kept, sha256, clock.instant()))
                .any();
    }

    private boolean givenUp(StoreId store, MediumToFetch medium, MediaState state, String reason) {
        return pipeline.ask(media.giveUp(store, medium.id(), state, reason, clock.instant()))
                .any();
    }
}
