package iq.sendy.agent;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.util.UUID;

/** Command to drive a dead job again. */
public record RetryJob(UUID conversation, UUID job) {

    /** All that can come of it. */
    public sealed interface Result {

        /** The agent has the conversation again, and answers what the customer wrote last. */
        record Driven() implements Result {}

        record NoSuchJob() implements Result {}

        /** It is not dead. */
        @RefusedWith(status = 409, code = "agent_job.not_dead")
        record NotDead() implements Result, Refusal {}

        /** Another job of the conversation is on its way. */
        @RefusedWith(status = 409, code = "agent_job.another_lives")
        record AnotherLives() implements Result, Refusal {}
    }
}
