package iq.sendy.shop.web;

import iq.sendy.platform.api.Answer;
import iq.sendy.platform.pages.FailureFace;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Failures in shops: with the shop's own face and how to reach it. Where no shop is open, one page says so, and the same for
 * those that are closed and those that never were.
 */
@Component
class ShopFailures implements FailureFace {

    private static final Shown CLOSED = new Shown("shop/closed", Map.of());

    @Override
    public Optional<Shown> of(HttpServletRequest request, Answer<?> answer) {
        var missing = answer.status() == HttpStatus.NOT_FOUND;
        var visit = ShopVisit.of(request);
        if (visit.isPresent()) {
            return Optional.of(inShop(visit.get(), request, missing));
        }
        return missing && request.getServletPath().startsWith(ShopEntrance.PAGES)
                ? Optional.of(CLOSED)
                : Optional.empty();
    }

    private static Shown inShop(ShopVisit visit, HttpServletRequest request, boolean missing) {
        var model =
                new HashMap<String, Object>(Map.of("shop", visit.shop(), "links", visit.links(), "missing", missing));
        if (!missing && HttpMethod.GET.matches(request.getMethod())) {
            model.put("again", visit.page().in(visit.page().language()));
        }
        return new Shown("shop/failure", model);
    }
}
