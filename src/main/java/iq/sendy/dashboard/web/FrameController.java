package iq.sendy.dashboard.web;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.pages.PageCookies;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What the frame itself does: the menu of all screens, for phones, and folding the side bar. */
@PageController
class FrameController {

    private final PageCookies cookies;

    FrameController(PageCookies cookies) {
        this.cookies = cookies;
    }

    @GetMapping(DashboardPaths.MORE)
    @Allows(permission = Allows.SIGNED_IN)
    String more() {
        return "dashboard/more";
    }

    @PostMapping(DashboardPaths.FOLD)
    @Allows(permission = Allows.SIGNED_IN)
    ModelAndView fold(
            @RequestParam(name = "folded", defaultValue = "") String folded,
            @RequestParam(name = "back", defaultValue = "") String back,
            HttpServletResponse response) {
        cookies.keep(response, FrameInterceptor.FOLDED, folded.isEmpty() ? "" : "1");
        return PageRedirect.to(DashboardPaths.ours(back));
    }
}
