package iq.sendy.storefront;

import iq.sendy.egress.ResolverBusy;
import iq.sendy.egress.TextRecords;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.body.Preparation;
import iq.sendy.platform.body.PreparationRequest;
import iq.sendy.storefront.StorefrontSettings.CustomDomain;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Asks the DNS about a store's domain, before the transaction that believes it. */
@Component
public class DomainLookup implements Preparation<VerifyDomain> {

    private static final String RETRY_SECONDS = "2";

    private final StorefrontDomains domains;
    private final TextRecords records;

    DomainLookup(StorefrontDomains domains, TextRecords records) {
        this.domains = domains;
        this.records = records;
    }

    @Override
    public VerifyDomain prepare(PreparationRequest request) {
        var named = domains.named(request.caller().store());
        var unproven = named.filter(domain -> !domain.proven());
        return new VerifyDomain(named.orElse(null), unproven.map(this::seen).orElseGet(List::of));
    }

    private List<String> seen(CustomDomain domain) {
        try {
            return records.find(domain.recordName());
        } catch (ResolverBusy busy) {
            throw new RequestRejected(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    List.of(Violation.of("server.busy")),
                    Map.of(HttpHeaders.RETRY_AFTER, RETRY_SECONDS));
        }
    }
}
