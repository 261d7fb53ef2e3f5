package iq.sendy.platform.pages;

import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;

/** Gives every page its frame and its headers. */
@Component
class PageInterceptor implements HandlerInterceptor {

    /** The model's name for a form; whoever is signed in has one on every page, to sign out by. */
    private static final String FORM = "form";

    private final PageLanguages languages;
    private final Assets assets;

    PageInterceptor(PageLanguages languages, Assets assets) {
        this.languages = languages;
        this.assets = assets;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (isPage(handler)) {
            languages.choose(request, response);
        }
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView answer) {
        if (answer == null || !isPage(handler)) {
            return;
        }
        var language = languages.of(request);
        PagePolicy.on(request, response, language);
        if (answer.getView() != null) {
            // It leads elsewhere.
            return;
        }
        var caller = request.getAttribute(Caller.ATTRIBUTE);
        if (caller != null || answer.getModel().containsKey(FORM)) {
            prepareForms(request);
        }
        answer.addObject(
                "page",
                VisitorPage.of(request)
                        .map(visited -> visited.frame(assets))
                        .orElseGet(() -> new PageFrame(language, PageFrame.switches(request, language), assets)));
        answer.addObject("caller", caller);
    }

    /** {@code th:action} puts the token into each form, and its cookie must be set before the first byte is written. */
    private static void prepareForms(HttpServletRequest request) {
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            Objects.requireNonNull(token.getToken());
        }
    }

    private static boolean isPage(Object handler) {
        return handler instanceof HandlerMethod method
                && method.getBeanType().isAnnotationPresent(PageController.class);
    }
}
