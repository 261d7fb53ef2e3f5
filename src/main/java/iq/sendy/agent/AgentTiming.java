package iq.sendy.agent;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Timing of the agent, as the operator sets it. */
@Component
class AgentTiming {

    private final Duration debounce;

    AgentTiming(@Value("${sendy.agent.debounce.ms:2500}") long debounceMillis) {
        this.debounce = Duration.ofMillis(debounceMillis);
    }

    /** Quiet time behind the last message of a burst. */
    Duration debounce() {
        return debounce;
    }
}
