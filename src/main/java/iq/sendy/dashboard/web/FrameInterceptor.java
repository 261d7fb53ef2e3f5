package iq.sendy.dashboard.web;

import iq.sendy.dashboard.DashboardFrame;
import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.FrameNotice;
import iq.sendy.dashboard.Navigation;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.pages.PageCookies;
import iq.sendy.platform.pages.PageReaders;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives every page of {@code /app} its frame, of whatever module it is. */
@Component
class FrameInterceptor implements HandlerInterceptor {

    static final String FRAME = "frame";
    private static final String READER = "reader";

    /** The cookie's name behind the prefix of all. */
    static final String FOLDED = "folded";

    private final Navigation navigation;
    private final MessageSource words;
    private final PageReaders readers;

    FrameInterceptor(Navigation navigation, MessageSource words, PageReaders readers) {
        this.navigation = navigation;
        this.words = words;
        this.readers = readers;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        if (answer != null
                && answer.getView() == null
                && handler instanceof HandlerMethod method
                && method.getBeanType().isAnnotationPresent(PageController.class)
                && request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller) {
            var ways = navigation.read(caller, request.getRequestURI());
            var language = RequestContextUtils.getLocale(request);
            var notice = FrameNotice.of(words, language, request.getParameter("said"), request.getParameter("n"));
            answer.addObject(READER, readers.of(caller, language));
            answer.addObject(FRAME, frame(ways, caller, request, notice.orElse(null)));
        }
    }

    static DashboardFrame frame(
            Navigation.Ways ways, Caller caller, HttpServletRequest request, @Nullable FrameNotice notice) {
        return new DashboardFrame(
                ways.store(),
                caller.name(),
                here(request),
                PageCookies.kept(request, FOLDED).isPresent(),
                ways.groups(),
                ways.bar(),
                ways.more(),
                notice);
    }

    /** A page that a form was sent to is none to come back to. */
    private static String here(HttpServletRequest request) {
        var query = request.getQueryString();
        var here = request.getRequestURI() + (query == null ? "" : "?" + query);
        return request.getMethod().equals("GET") ? here : DashboardPaths.HOME;
    }
}
