package iq.sendy.channels.jobs;

import iq.sendy.channels.ChannelDirectory;
import iq.sendy.channels.TokenRenewals;
import iq.sendy.jobs.Schedule;
import iq.sendy.jobs.ScheduleTimes;
import iq.sendy.stores.StoreBatches;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Looks after the tokens of all stores that have a channel: notes those that have ended, and plans renewals. */
@Component
class LookAfterTokens implements Schedule {

    private final StoreBatches batches;
    private final ChannelDirectory directory;
    private final TokenRenewals renewals;

    LookAfterTokens(StoreBatches batches, ChannelDirectory directory, TokenRenewals renewals) {
        this.batches = batches;
        this.directory = directory;
        this.renewals = renewals;
    }

    @Override
    public String name() {
        return "channels.look-after-tokens";
    }

    @Override
    public ScheduleTimes timing() {
        return new ScheduleTimes.Every(Duration.ofHours(1));
    }

    @Override
    public void run(Instant fire) {
        batches.inEach(directory.stores(), renewals::lookAfter);
    }
}
