package iq.sendy.agent.jobs;

import static java.util.stream.Collectors.toMap;

import iq.sendy.agent.QuoteConfirmations;
import iq.sendy.agent.QuoteJobs;
import iq.sendy.agent.QuoteJobs.PressedQuote;
import iq.sendy.agent.TransientRetry;
import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.kernel.StoreId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Works presses of quotes' buttons off. Each is a transaction of its own, since an order is; asked twice, it finds the quote
 * settled.
 */
@Component
public class PressedQuotes implements JobHandler<PressedQuote, Boolean> {

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

    @Override
    public Map<UUID, PressedQuote> load(StoreId store, List<Job> claimed) {
        return claimed.stream()
                .collect(toMap(
                        Job::id, job -> json.readValue(Objects.requireNonNull(job.payload()), PressedQuote.class)));
    }

    @Override
    public Boolean attempt(Job job, PressedQuote pressed) {
        return TransientRetry.of(() -> {
            confirmations.press(job.store(), pressed);
            return true;
        });
    }

    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<PressedQuote, Boolean>> done) {
        return done.stream().map(one -> end(store, one)).toList();
    }

    private JobEnd end(StoreId store, AttemptResult<PressedQuote, Boolean> one) {
        return switch (one) {
            case AttemptResult.Completed<PressedQuote, Boolean> _ -> new JobEnd.Done();
            case AttemptResult.Failed<PressedQuote, Boolean>(var _, var pressed, var _, var end) -> {
                if (end instanceof JobEnd.Dead) {
                    confirmations.giveUp(store, pressed);
                }
                yield end;
            }
            case AttemptResult.GivenUp<PressedQuote, Boolean>(var _, var pressed, var end) -> {
                confirmations.giveUp(store, pressed);
                yield end;
            }
        };
    }
}
