package iq.sendy.shop.web;

import iq.sendy.shop.ShopCategory;
import iq.sendy.shop.ShopProduct;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Tells pages which shop is visited and how its links are made, and leads on from addresses of before. */
@Component
class ShopVisits implements HandlerInterceptor, WebMvcConfigurer {

    private final PageHeads heads;

    ShopVisits(PageHeads heads) {
        this.heads = heads;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var leadsTo = ShopVisit.of(request).map(ShopVisit::leadsTo);
        if (leadsTo.isEmpty()) {
            return true;
        }
        leadOn(response, leadsTo.get());
        return false;
    }

    static void leadOn(HttpServletResponse response, String location) {
        response.setStatus(HttpStatus.MOVED_PERMANENTLY.value());
        response.setHeader(HttpHeaders.LOCATION, location);
        // For good as far as anybody knows; but a shop may come back to an address, and browsers would not ask again.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        if (answer != null && answer.getView() == null) {
            ShopVisit.of(request)
                    .ifPresent(visit -> answer.addObject("links", visit.links())
                            .addObject("shop", visit.shop())
                            .addObject("head", head(visit, answer.getModel())));
        }
    }

    private PageHead head(ShopVisit visit, Map<String, Object> model) {
        if (model.get("product") instanceof ShopProduct product) {
            return heads.of(visit, product, (ShopCategory) model.get("category"));
        }
        return model.get("listing") instanceof ShopListing listing
                ? heads.of(visit, listing)
                : heads.unlisted(visit, null);
    }
}
