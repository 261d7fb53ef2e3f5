package iq.sendy.simulator;

import iq.sendy.meta.ChannelType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The faults that were asked for and have not happened, one for each account. */
@Component
public class GraphFaults {

    private final Map<ChannelType, GraphFault> waiting = new ConcurrentHashMap<>();

    public void ask(ChannelType type, GraphFault fault) {
        waiting.put(type, fault);
    }

    public Optional<GraphFault> waiting(ChannelType type) {
        return Optional.ofNullable(waiting.get(type));
    }

    /** Takes the fault that waits, if it is one of these: it happens now, and once. */
    Optional<GraphFault> take(ChannelType type, Set<GraphFault> some) {
        var fault = waiting.get(type);
        return fault != null && some.contains(fault) && waiting.remove(type, fault)
                ? Optional.of(fault)
                : Optional.empty();
    }
}
