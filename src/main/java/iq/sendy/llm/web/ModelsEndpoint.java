package iq.sendy.llm.web;

import iq.sendy.billing.AiProvider;
import iq.sendy.llm.CircuitView;
import iq.sendy.llm.ProviderCircuits;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/**
 * Providers of models for operators, on the management port: {@code GET /actuator/models}, and
 * {@code POST /actuator/models/<provider>}, which lets this process ask it again at once.
 */
@Component
@Endpoint(id = "models")
class ModelsEndpoint {

    private final ProviderCircuits circuits;

    ModelsEndpoint(ProviderCircuits circuits) {
        this.circuits = circuits;
    }

    @ReadOperation
    List<CircuitView> list() {
        return circuits.list();
    }

    @WriteOperation
    WebEndpointResponse<Void> askAgain(@Selector String provider) {
        var known = Stream.of(AiProvider.values())
                .filter(each -> each.toString().equals(provider))
                .findFirst();
        known.ifPresent(circuits::close);
        return new WebEndpointResponse<>(
                known.isPresent() ? WebEndpointResponse.STATUS_NO_CONTENT : WebEndpointResponse.STATUS_NOT_FOUND);
    }
}
