package iq.sendy.agent.listeners;

import iq.sendy.agent.AgentJobs;
import iq.sendy.agent.JobEvents;
import iq.sendy.agent.JobJoins;
import iq.sendy.messaging.ContactErased;
import iq.sendy.messaging.ConversationHandedBack;
import iq.sendy.messaging.ConversationTaken;
import iq.sendy.messaging.ConversationsJoined;
import iq.sendy.messaging.MessagesArrived;
import iq.sendy.messaging.ReplySettled;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens in conversations, for the agent. */
@Component
class CustomerListener {

    private final AgentJobs jobs;
    private final JobEvents happenings;
    private final JobJoins joins;

    CustomerListener(AgentJobs jobs, JobEvents happenings, JobJoins joins) {
        this.jobs = jobs;
        this.happenings = happenings;
        this.joins = joins;
    }

    @EventListener
    void on(MessagesArrived arrived) {
        jobs.arrived(arrived);
    }

    @EventListener
    void on(ConversationTaken taken) {
        happenings.taken(taken);
    }

    @EventListener
    void on(ConversationHandedBack handedBack) {
        jobs.handedBack(handedBack);
    }

    @EventListener
    void on(ReplySettled settled) {
        happenings.settled(settled);
    }

    @EventListener
    void on(ConversationsJoined joined) {
        joins.join(joined);
    }

    @EventListener
    void on(ContactErased erased) {
        happenings.erased(erased);
    }
}
