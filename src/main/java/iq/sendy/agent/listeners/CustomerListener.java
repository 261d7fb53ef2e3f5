package iq.sendy.agent.listeners;

import iq.sendy.agent.AgentJobs;
import iq.sendy.messaging.ContactErased;
import iq.sendy.messaging.ConversationTaken;
import iq.sendy.messaging.MessagesArrived;
import iq.sendy.messaging.ReplySettled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens in conversations, for the agent. */
@Component
class CustomerListener {

    private final AgentJobs jobs;

    CustomerListener(AgentJobs jobs) {
        this.jobs = jobs;
    }

    @EventListener
    void on(MessagesArrived arrived) {
        jobs.arrived(arrived);
    }

    @EventListener
    void on(ConversationTaken taken) {
        jobs.taken(taken);
    }

    @EventListener
    void on(ReplySettled settled) {
        jobs.settled(settled);
    }

    @EventListener
    void on(ContactErased erased) {
        jobs.erased(erased);
    }
}
