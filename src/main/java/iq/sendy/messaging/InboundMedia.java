package iq.sendy.messaging;

import iq.sendy.jobs.Jobs;
import iq.sendy.jobs.NewJob;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.store.MediaStore;
import iq.sendy.meta.InboundContent;
import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.sql.BeforeCommit;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Inbound media: fetched from the provider beside the message, which is shown at once. */
@Service
public class InboundMedia {

    /** The kind of job that fetches one of them. */
    public static final String FETCH = "messaging.fetch-media";

    /** More than any message of a customer has. */
    private static final int MOST = 20;

    private final MediaStore media;
    private final BeforeCommit beforeCommit;
    private final Jobs jobs;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    InboundMedia(MediaStore media, BeforeCommit beforeCommit, Jobs jobs, UuidGenerator uuidGenerator, Clock clock) {
        this.media = media;
        this.beforeCommit = beforeCommit;
        this.jobs = jobs;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /**
     * Notes the media of a message whose row is written by this transaction before it commits, and has them fetched. Costs
     * no trip of its own.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void expect(StoreId store, UUID conversation, UUID message, InboundContent content) {
        var expected = new ArrayList<ExpectedMedium>();
        for (var reference : content.media()) {
            if (expected.size() == MOST) {
                break;
            }
            expected.add(new ExpectedMedium(
                    uuidGenerator.next(),
                    conversation,
                    message,
                    expected.size(),
                    MediaKind.declared(content.kind(), reference.mimeType()),
                    reference,
                    clock.instant()));
        }
        if (expected.isEmpty()) {
            return;
        }
        beforeCommit.add(BeforeCommit.LockOrder.SEQUENCES, media.expect(store, expected));
        jobs.enqueue(store, jobsOf(expected));
    }

    private static List<NewJob> jobsOf(List<ExpectedMedium> expected) {
        return expected.stream()
                .map(medium -> NewJob.of(medium.id(), FETCH, null))
                .toList();
    }
}
