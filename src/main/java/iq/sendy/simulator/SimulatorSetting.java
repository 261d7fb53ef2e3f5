package iq.sendy.simulator;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whether Meta is simulated: as {@code SENDY_META_SIMULATOR} says, and where it says nothing beside the embedded database,
 * unless nobody wants its demo store.
 */
@Component
class SimulatorSetting {

    private final boolean on;

    SimulatorSetting(
            @Value("${sendy.meta.simulator:}") String wanted,
            @Value("${sendy.demo:}") String demo,
            @Value("${sendy.database.url:}") String database) {
        this.on = wanted.isBlank()
                ? database.isBlank() && !demo.strip().equalsIgnoreCase("false")
                : Boolean.parseBoolean(wanted.strip());
    }

    boolean on() {
        return on;
    }
}
