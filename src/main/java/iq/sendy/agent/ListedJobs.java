package iq.sendy.agent;

import iq.sendy.agent.store.JobViewStore;
import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.ConversationJobs;
import iq.sendy.platform.sql.Query;
import java.util.Collection;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** List of the agent's jobs, for conversations and for the live stream. */
@Component
class ListedJobs implements ConversationJobs {

    private final JobViewStore jobs;

    ListedJobs(JobViewStore jobs) {
        this.jobs = jobs;
    }

    @Override
    public Query<ConversationJob> of(StoreId store, UUID conversation) {
        return jobs.of(store, conversation);
    }

    @Override
    public Query<ConversationJob> newest(StoreId store, UUID conversation, int most) {
        return jobs.newest(store, conversation, most);
    }

    @Override
    public Query<ConversationJob> among(StoreId store, Collection<UUID> ids) {
        return jobs.among(store, ids);
    }
}
