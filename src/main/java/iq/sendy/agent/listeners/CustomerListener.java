package iq.sendy.agent.listeners;

import iq.sendy.agent.AgentJobs;
import iq.sendy.messaging.MessagesArrived;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What customers write, for the agent. */
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
}
