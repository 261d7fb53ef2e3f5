package iq.sendy.messaging.jobs;

import static java.util.stream.Collectors.toMap;

import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.OutboundDrafts;
import iq.sendy.messaging.SendConfirmation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Looks, a minute after a reply was claimed, what became of it, and once more where nobody knows. */
@Component
public class SendConfirmer implements JobHandler<UUID, Boolean> {

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(30);

    private final SendConfirmation confirmation;
    private final JsonMapper json;

    SendConfirmer(SendConfirmation confirmation, JsonMapper json) {
        this.confirmation = confirmation;
        this.json = json;
    }

    @Override
    public String kind() {
        return OutboundDrafts.CONFIRM;
    }

    @Override
    public Map<UUID, UUID> load(StoreId store, List<Job> claimed) {
        return claimed.stream().collect(toMap(Job::id, job -> job.payload(json, UUID.class)));
    }

    /** All there is to do is done in the transaction that ends the job. */
    @Override
    public Boolean attempt(Job job, UUID message) {
        return true;
    }

    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<UUID, Boolean>> done) {
        return done.stream().map(one -> end(store, one)).toList();
    }

    private JobEnd end(StoreId store, AttemptResult<UUID, Boolean> one) {
        return switch (one) {
            case AttemptResult.Completed<UUID, Boolean>(var _, var message, var _) -> confirmation.look(store, message);
            case AttemptResult.Failed<UUID, Boolean> _ -> new JobEnd.Deferred(AFTER_TROUBLE);
            case AttemptResult.GivenUp<UUID, Boolean>(var _, var _, var end) -> end;
        };
    }
}
