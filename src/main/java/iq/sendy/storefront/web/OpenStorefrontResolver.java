package iq.sendy.storefront.web;

import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.tenancy.CurrentTenant;
import iq.sendy.storefront.OpenStorefront;
import iq.sendy.storefront.OpenStorefronts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Hands a controller the storefront that is visited; where none is open, unknown and closed ones are one 404. */
@Component
class OpenStorefrontResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final OpenStorefronts storefronts;

    OpenStorefrontResolver(OpenStorefronts storefronts) {
        this.storefronts = storefronts;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == OpenStorefront.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        return storefronts.of(CurrentTenant.CURRENT.get()).orElseThrow(RequestRejected::notFound);
    }
}
