package iq.sendy.dashboard.settings;

import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/** The answer that shows a new secret: the one time that it is seen. */
final class ShownOnce {

    private ShownOnce() {}

    /**
     * The page.
     *
     * @param name of what it belongs to
     * @param back where one goes from here
     */
    static ModelAndView page(String title, String warning, String name, String secret, String back) {
        return new ModelAndView(
                "dashboard/settings/once",
                Map.of("title", title, "warning", warning, "name", name, "secret", secret, "back", back));
    }
}
