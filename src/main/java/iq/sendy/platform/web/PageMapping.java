package iq.sendy.platform.web;

import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.PageRequests;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.RequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Routes, of which those of a {@link PageController} exist for browsers alone. For programs a fixed word of a path is no id:
 * {@code /orders/bulk} has the methods of its own routes, and none of those of {@code /orders/{id}}.
 */
class PageMapping extends RequestMappingHandlerMapping {

    private final Map<String, Set<RequestMappingInfo>> fixed = new HashMap<>();

    @Override
    protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo route) {
        super.registerHandlerMethod(handler, method, route);
        if (route.getCustomCondition() == null) {
            route.getDirectPaths()
                    .forEach(path ->
                            fixed.computeIfAbsent(path, _ -> new HashSet<>()).add(route));
        }
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        var routes = fixed.get(path);
        return routes == null || routes.stream().anyMatch(route -> takesMethod(route, request))
                ? super.lookupHandlerMethod(path, request)
                : super.handleNoMatch(routes, path, request);
    }

    private static boolean takesMethod(RequestMappingInfo route, HttpServletRequest request) {
        return route.getMethodsCondition().getMatchingCondition(request) != null;
    }

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
