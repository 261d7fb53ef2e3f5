package iq.sendy.storefront.web;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.platform.url.HostSyntax;
import iq.sendy.storefront.StorefrontDomains;
import iq.sendy.stores.Stores;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/**
 * Domains of stores for the proxy that brings TLS, on the management port: {@code GET /actuator/domains?domain=<host>} is 200
 * for a host that a store has proved to be its own, and 404 for every other. So it fetches certificates for those alone.
 */
@Component
@Endpoint(id = "domains")
class DomainsEndpoint {

    private final StorefrontDomains domains;
    private final Stores stores;

    DomainsEndpoint(StorefrontDomains domains, Stores stores) {
        this.domains = domains;
        this.stores = stores;
    }

    record ProvenDomain(String domain, UUID store) {}

    @ReadOperation
    WebEndpointResponse<ProvenDomain> domain(String domain) {
        return Optional.ofNullable(HostSyntax.read(domain))
                .flatMap(host -> proven(host.text()))
                .map(WebEndpointResponse::new)
                .orElseGet(() -> new WebEndpointResponse<>(WebEndpointResponse.STATUS_NOT_FOUND));
    }

    /** A store that may not trade needs no certificate either. */
    private Optional<ProvenDomain> proven(String name) {
        return CurrentTenant.in(
                StoreId.PLATFORM,
                () -> domains.owner(name)
                        .flatMap(stores::find)
                        .filter(store -> !store.suspended())
                        .map(store -> new ProvenDomain(name, store.id().value())));
    }
}
