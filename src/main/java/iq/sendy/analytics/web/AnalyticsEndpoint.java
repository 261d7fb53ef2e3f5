package iq.sendy.analytics.web;

import iq.sendy.analytics.FigureRebuild;
import iq.sendy.analytics.FigureRecount;
import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.stores.Stores;
import java.util.UUID;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/**
 * The figures of a store for operators, on the management port: {@code GET /actuator/analytics/<store>} recounts them and
 * says how many rows differ; {@code POST} there, with the token of the management port, has a job mend them.
 */
@Component
@Endpoint(id = "analytics")
class AnalyticsEndpoint {

    private final FigureRecount recount;
    private final FigureRebuild rebuild;
    private final Stores stores;

    AnalyticsEndpoint(FigureRecount recount, FigureRebuild rebuild, Stores stores) {
        this.recount = recount;
        this.rebuild = rebuild;
        this.stores = stores;
    }

    record FigureDrift(UUID store, long driftedRows) {}

    @ReadOperation
    WebEndpointResponse<FigureDrift> drift(@Selector UUID store) {
        var id = new StoreId(store);
        return CurrentTenant.in(id, () -> {
            if (stores.find(id).isEmpty()) {
                return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
            }
            var rows = recount.weeks(id).stream()
                    .mapToLong(days -> recount.drift(id, days))
                    .sum();
            return new WebEndpointResponse<>(new FigureDrift(store, rows));
        });
    }

    @WriteOperation
    WebEndpointResponse<Void> rebuild(@Selector UUID store) {
        var id = new StoreId(store);
        return CurrentTenant.in(id, () -> {
            if (stores.find(id).isEmpty()) {
                return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND);
            }
            rebuild.request(id);
            return new WebEndpointResponse<>(WebEndpointResponse.STATUS_NO_CONTENT);
        });
    }
}
