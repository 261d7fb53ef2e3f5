package iq.sendy.buyers.web;

import iq.sendy.buyers.BuyerAccounts;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.body.TypeResolver;
import iq.sendy.platform.tenancy.CurrentTenant;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Hands a controller the buyer whose access token came along. A member's token, or that of a buyer elsewhere, is as good as
 * a forged one.
 */
@Component
class SignedInBuyerResolver extends TypeResolver<SignedInBuyer> {

    private static final String BEARER = "Bearer ";

    private final BuyerAccounts accounts;

    SignedInBuyerResolver(BuyerAccounts accounts) {
        super(SignedInBuyer.class);
        this.accounts = accounts;
    }

    @Override
    protected SignedInBuyer of(HttpServletRequest request) {
        var sent = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (sent.isEmpty() || (sent.size() == 1 && sent.getFirst().isBlank())) {
            throw refused("auth.required");
        }
        if (sent.size() > 1 || !sent.getFirst().regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw refused("auth.invalid");
        }
        return accounts.bearer(
                        CurrentTenant.CURRENT.get(),
                        sent.getFirst().substring(BEARER.length()).strip())
                .map(SignedInBuyer::new)
                .orElseThrow(() -> refused("auth.invalid"));
    }

    private static RequestRejected refused(String code) {
        return new RequestRejected(HttpStatus.UNAUTHORIZED, Violation.of(code));
    }
}
