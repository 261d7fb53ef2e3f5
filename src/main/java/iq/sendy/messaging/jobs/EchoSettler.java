package iq.sendy.messaging.jobs;

import static java.util.stream.Collectors.toMap;

import iq.sendy.jobs.AttemptResult;
import iq.sendy.jobs.Job;
import iq.sendy.jobs.JobEnd;
import iq.sendy.jobs.JobHandler;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.InboundProcessing;
import iq.sendy.messaging.WaitingEcho;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Looks again at echoes that may have been of our own messages, when the answers to those must be stored. */
@Component
class EchoSettler implements JobHandler<WaitingEcho, Boolean> {

    private final InboundProcessing processing;
    private final JsonMapper json;

    EchoSettler(InboundProcessing processing, JsonMapper json) {
        this.processing = processing;
        this.json = json;
    }

    @Override
    public String kind() {
        return WaitingEcho.JOB;
    }

    @Override
    public Map<UUID, WaitingEcho> load(StoreId store, List<Job> claimed) {
        return claimed.stream().collect(toMap(Job::id, job -> job.payload(json, WaitingEcho.class)));
    }

    @Override
    public Boolean attempt(Job job, WaitingEcho work) {
        return true;
    }

    @Override
    public List<JobEnd> settle(StoreId store, List<AttemptResult<WaitingEcho, Boolean>> done) {
        return done.stream()
                .map(result -> {
                    processing.settle(
                            store, result.work().channel(), result.work().echo());
                    return (JobEnd) new JobEnd.Done();
                })
                .toList();
    }
}
