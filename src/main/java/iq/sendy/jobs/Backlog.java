package iq.sendy.jobs;

import iq.sendy.jobs.store.JobCountStore;
import iq.sendy.kernel.StoreId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores with work, for modules that measure what of theirs waits there. */
@Component
public class Backlog {

    private final JobCountStore counts;

    Backlog(JobCountStore counts) {
        this.counts = counts;
    }

    /** Those whose work is due the longest come first. */
    @Transactional(readOnly = true)
    public List<StoreId> longestDue(int most) {
        return counts.busiest(most);
    }
}
