package iq.sendy.channels;

import iq.sendy.jobs.Jobs;
import iq.sendy.jobs.NewJob;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.ids.UuidGenerator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Plans of proofs: jobs that ask Meta whose an account is, unless that is known when their turn comes. */
@Service
public class ProofPlans {

    /** The kind of the jobs; one of a channel stands for all that are wanted meanwhile. */
    public static final String KIND = "channels.prove-account";

    private final Jobs jobs;
    private final UuidGenerator uuidGenerator;

    ProofPlans(Jobs jobs, UuidGenerator uuidGenerator) {
        this.jobs = jobs;
        this.uuidGenerator = uuidGenerator;
    }

    /** Has Meta asked about channels of a store in a moment. */
    @Transactional
    public void ask(StoreId store, List<UUID> channels) {
        jobs.enqueue(
                store,
                channels.stream()
                        .map(channel -> NewJob.about(uuidGenerator.next(), KIND, channel))
                        .toList());
    }
}
