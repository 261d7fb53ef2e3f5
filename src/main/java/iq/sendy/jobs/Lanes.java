package iq.sendy.jobs;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Asked;
import iq.sendy.platform.sql.Together;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The lanes of a store, as the handlers of all kinds name them. */
@Component
class Lanes {

    private final Together together;

    Lanes(Together together) {
        this.together = together;
    }

    /** A lane, and whose jobs are in it. */
    record LaneOf(JobHandler<?, ?> handler, Lane lane) {}

    /** Asks all handlers in one trip, inside the running transaction. */
    List<LaneOf> of(StoreId store, Collection<? extends JobHandler<?, ?>> handlers) {
        var asked = new LinkedHashMap<JobHandler<?, ?>, Asked<Lane>>();
        handlers.forEach(handler -> asked.put(handler, handler.lanes(store)));
        together.send(List.copyOf(asked.values()));
        return asked.entrySet().stream()
                .flatMap(each -> each.getValue().answer().stream().map(lane -> new LaneOf(each.getKey(), lane)))
                .toList();
    }

    static List<UUID> ids(List<LaneOf> lanes) {
        return lanes.stream().map(of -> of.lane().id()).toList();
    }

    static List<LaneOf> open(List<LaneOf> lanes) {
        return lanes.stream().filter(of -> !of.lane().isClosed()).toList();
    }
}
