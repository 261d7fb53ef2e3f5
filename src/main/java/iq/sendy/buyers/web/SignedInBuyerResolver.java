package iq.sendy.buyers.web;

import iq.sendy.buyers.BuyerAccounts;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.tenancy.CurrentTenant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hands a controller the buyer whose access token came along. A member's token, or that of a buyer elsewhere, is as good as
 * a forged one.
 */
@Component
class SignedInBuyerResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private static final String BEARER = "Bearer ";

    private final BuyerAccounts accounts;

    SignedInBuyerResolver(BuyerAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == SignedInBuyer.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        var sent = Objects.requireNonNullElse(web.getHeaderValues(HttpHeaders.AUTHORIZATION), new String[0]);
        if (sent.length == 0 || (sent.length == 1 && sent[0].isBlank())) {
            throw refused("auth.required");
        }
        if (sent.length > 1 || !sent[0].regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw refused("auth.invalid");
        }
        return accounts.bearer(
                        CurrentTenant.CURRENT.get(),
                        sent[0].substring(BEARER.length()).strip())
                .map(SignedInBuyer::new)
                .orElseThrow(() -> refused("auth.invalid"));
    }

    private static RequestRejected refused(String code) {
        return new RequestRejected(HttpStatus.UNAUTHORIZED, Violation.of(code));
    }
}
