package iq.sendy.agent.jobs;

import static java.util.stream.Collectors.toMap;

import iq.sendy.agent.AgentQuotes;
import iq.sendy.agent.QuoteJobs;
import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.kernel.StoreId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Ends quotes whose time is over, so that others may buy what was held for them. */
@Component
public class QuoteExpiry implements JobHandler<UUID, Boolean> {

    private final AgentQuotes quotes;
    private final JsonMapper json;

    QuoteExpiry(AgentQuotes quotes, JsonMapper json) {
        this.quotes = quotes;
        this.json = json;
    }

    @Override
    public String kind() {
        return QuoteJobs.EXPIRE;
    }

    @Override
    public Map<UUID, UUID> load(StoreId store, List<Job> claimed) {
        return claimed.stream().collect(toMap(Job::id, job -> job.payload(json, UUID.class)));
    }

    /** All there is to do is done in the transaction that ends the job. */
    @Override
    public Boolean attempt(Job job, UUID quote) {
        return true;
    }

    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<UUID, Boolean>> done) {
        quotes.expire(store, done.stream().map(AttemptResult::work).toList());
        return done.stream().<JobEnd>map(_ -> new JobEnd.Done()).toList();
    }
}
