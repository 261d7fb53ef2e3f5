package iq.sendy.agent.jobs;

import static java.util.stream.Collectors.toMap;

import iq.sendy.agent.QuoteConfirmations;
import iq.sendy.agent.QuoteJobs;
import iq.sendy.agent.QuoteJobs.PressedQuote;
import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.jobs.Lane;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Query;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works presses of quotes' buttons off, one of a store after the other: what a press does is done in the transaction that ends
 * its job, so it is done once.
 */
@Component
public class PressedQuotes implements JobHandler<PressedQuote, Boolean> {

    /** Then people look at it. */
    private static final int MOST_ATTEMPTS = 5;

    private final QuoteConfirmations confirmations;
    private final JsonMapper json;

    PressedQuotes(QuoteConfirmations confirmations, JsonMapper json) {
        this.confirmations = confirmations;
        this.json = json;
    }

    @Override
    public String kind() {
        return QuoteJobs.CONFIRM;
    }

    /** An order tells of its stock once in a transaction, so no two may be in one. */
    @Override
    public Query<Lane> lanes(StoreId store) {
        return Query.known(List.of(Lane.open(JobHandler.laneOf(kind()), 1)));
    }

    @Override
    public Map<UUID, PressedQuote> load(StoreId store, List<Job> claimed) {
        return claimed.stream().collect(toMap(Job::id, job -> job.payload(json, PressedQuote.class)));
    }

    @Override
    public Boolean attempt(Job job, PressedQuote pressed) {
        return true;
    }

    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<PressedQuote, Boolean>> done) {
        var ends = new ArrayList<JobEnd>();
        for (var one : done) {
            ends.add(ends.isEmpty() ? end(store, one) : new JobEnd.Deferred(Duration.ZERO));
        }
        return ends;
    }

    private JobEnd end(StoreId store, AttemptResult<PressedQuote, Boolean> one) {
        if (one instanceof AttemptResult.GivenUp<PressedQuote, Boolean>(var _, var pressed, var end)) {
            confirmations.giveUp(store, pressed);
            return end;
        }
        if (one.job().attempts() > MOST_ATTEMPTS) {
            confirmations.giveUp(store, one.work());
        } else {
            confirmations.press(store, one.work());
        }
        return new JobEnd.Done();
    }
}
