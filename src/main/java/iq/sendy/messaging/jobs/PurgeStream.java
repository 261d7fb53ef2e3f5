package iq.sendy.messaging.jobs;

import iq.sendy.jobs.Schedule;
import iq.sendy.jobs.ScheduleTimes;
import iq.sendy.messaging.InboxStream;
import iq.sendy.stores.StoreBatches;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Removes what was told on live streams long enough ago; only stores that told something lately have any. */
@Component
class PurgeStream implements Schedule {

    private static final Duration EVERY = Duration.ofMinutes(5);
    private static final Duration KEPT = Duration.ofMinutes(15);

    /** Long enough for a few runs that did not happen; what is older goes with what is told next. */
    private static final Duration LATELY = Duration.ofHours(2);

    private final StoreBatches batches;
    private final InboxStream stream;

    PurgeStream(StoreBatches batches, InboxStream stream) {
        this.batches = batches;
        this.stream = stream;
    }

    @Override
    public String name() {
        return "messaging.forget-stream";
    }

    @Override
    public ScheduleTimes timing() {
        return new ScheduleTimes.Every(EVERY);
    }

    @Override
    public void run(Instant fire) {
        var before = fire.minus(KEPT);
        batches.runUntilDone(stream.toldSince(fire.minus(LATELY)), store -> stream.forget(store, before));
    }
}
