package iq.sendy.dashboard.web;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.dashboard.Navigation;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.pages.FailureFace;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Failures of pages of {@code /app}, in the frame of those who are signed in. */
@Component
class DashboardFailures implements FailureFace {

    private final Navigation navigation;

    DashboardFailures(Navigation navigation) {
        this.navigation = navigation;
    }

    @Override
    public Optional<Shown> of(HttpServletRequest request, Answer<?> answer) {
        // What failed beyond our reach comes once more, as an error.
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed instanceof String uri ? uri : request.getRequestURI();
        var below = path.equals(DashboardPaths.HOME) || path.startsWith(DashboardPaths.HOME + "/");
        if (!below || !(request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller)) {
            return Optional.empty();
        }
        var frame = FrameInterceptor.frame(navigation.unread(caller, path), caller, request, null);
        return Optional.of(new Shown("dashboard/failure", Map.of(FrameInterceptor.FRAME, frame)));
    }
}
