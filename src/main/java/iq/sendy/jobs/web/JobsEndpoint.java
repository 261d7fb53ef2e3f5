package iq.sendy.jobs.web;

import iq.sendy.jobs.JobAdmin;
import iq.sendy.jobs.JobCounts;
import iq.sendy.jobs.JobCounts.DeadJob;
import iq.sendy.kernel.StoreId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The queue for operators, on the management port: {@code GET /actuator/jobs}, {@code GET /actuator/jobs/<store>} with its
 * dead jobs, and {@code POST /actuator/jobs/<action>} with {@code {"store":…}}, {@code {"kind":…}} or {@code {"job":…}},
 * where the action is {@code requeue}, {@code pause} or {@code resume} and the token of the management port is shown.
 */
@Component
@Endpoint(id = "jobs")
class JobsEndpoint {

    private static final String MASKED = "***";

    private final JobAdmin jobs;
    private final JsonMapper json;

    JobsEndpoint(JobAdmin jobs, JsonMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    @ReadOperation
    JobCounts workload() {
        return jobs.workload();
    }

    @ReadOperation
    List<DeadJob> dead(@Selector UUID store) {
        return jobs.dead(new StoreId(store)).stream().map(this::masked).toList();
    }

    @WriteOperation
    WebEndpointResponse<Map<String, Integer>> act(
            @Selector String action, @Nullable UUID store, @Nullable UUID job, @Nullable String kind) {
        if (store != null) {
            return act(action, new StoreId(store), job);
        }
        if (kind == null || kind.isBlank()) {
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_BAD_REQUEST);
        }
        switch (action) {
            case "pause" -> jobs.pauseKind(kind);
            case "resume" -> jobs.resumeKind(kind);
            default -> {
                return new WebEndpointResponse<>(WebEndpointResponse.STATUS_BAD_REQUEST);
            }
        }
        return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT);
    }

    private WebEndpointResponse<Map<String, Integer>> act(String action, StoreId store, @Nullable UUID job) {
        switch (action) {
            case "requeue" -> {
                return new WebEndpointResponse<>(Map.of("requeued", jobs.requeue(store, job)));
            }
            case "pause" -> jobs.pause(store);
            case "resume" -> jobs.resume(store);
            default -> {
                return new WebEndpointResponse<>(WebEndpointResponse.STATUS_BAD_REQUEST);
            }
        }
        return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT);
    }

    /** The shape of a payload tells what is wrong with it often enough; what stands in it is a store's own. */
    private DeadJob masked(DeadJob dead) {
        var payload = dead.payload();
        return new DeadJob(
                dead.id(),
                dead.kind(),
                dead.attempts(),
                dead.lost(),
                payload == null ? null : json.writeValueAsString(masked(json.readTree(payload))),
                dead.errorClass(),
                dead.errorText(),
                dead.diedAt());
    }

    private static JsonNode masked(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                List.copyOf(object.propertyNames()).forEach(name -> object.set(name, masked(object.get(name))));
            case ArrayNode array -> {
                for (var i = 0; i < array.size(); i++) {
                    array.set(i, masked(array.get(i)));
                }
            }
            default -> {
                return node.isNull() || node.isBoolean() ? node : StringNode.valueOf(MASKED);
            }
        }
        return node;
    }
}
