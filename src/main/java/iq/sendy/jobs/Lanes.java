package iq.sendy.jobs;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.sql.Pipeline;
import iq.sendy.platform.sql.Query;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The lanes of a store, as the handlers of all kinds name them. */
@Component
class Lanes {

    private final Pipeline pipeline;

    Lanes(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    /** A lane, and whose jobs are in it. */
    record LaneOf(JobHandler<?, ?> handler, Lane lane) {}

    /** Asks all handlers in one trip, inside the running transaction. */
    List<LaneOf> of(StoreId store, Collection<? extends JobHandler<?, ?>> handlers) {
        var asked = new LinkedHashMap<JobHandler<?, ?>, Query<Lane>>();
        handlers.forEach(handler -> asked.put(handler, handler.lanes(store)));
        pipeline.send(List.copyOf(asked.values()));
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
