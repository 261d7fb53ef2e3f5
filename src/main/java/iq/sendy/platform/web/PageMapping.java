package iq.sendy.platform.web;

import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.PageRequests;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Routes, of which those of a {@link PageController} exist for browsers alone. */
class PageMapping extends RequestMappingHandlerMapping {

    @Override
    protected @Nullable RequestCondition<?> getCustomMethodCondition(Method method) {
        return method.getDeclaringClass().isAnnotationPresent(PageController.class) ? new ForBrowsers() : null;
    }

    /** A program that comes to a page by another method is told that nothing is there, and not which methods are. */
    @Override
    protected @Nullable HandlerMethod handleNoMatch(
            Set<RequestMappingInfo> routes, String path, HttpServletRequest request) throws ServletException {
        var visible = routes.stream().filter(route -> visible(route, request)).collect(Collectors.toSet());
        return super.handleNoMatch(visible, path, request);
    }

    private static boolean visible(RequestMappingInfo route, HttpServletRequest request) {
        var condition = route.getCustomCondition();
        return condition == null || condition.getMatchingCondition(request) != null;
    }

    private record ForBrowsers() implements RequestCondition<ForBrowsers> {

        @Override
        public ForBrowsers combine(ForBrowsers other) {
            return this;
        }

        @Override
        public @Nullable ForBrowsers getMatchingCondition(HttpServletRequest request) {
            return PageRequests.wantPage(request) ? this : null;
        }

        @Override
        public int compareTo(ForBrowsers other, HttpServletRequest request) {
            return 0;
        }
    }
}
