package iq.sendy.platform.pages;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Post/redirect/get: leads on with 303, so that reloading the next page sends no form again. */
public final class PageRedirect {

    private PageRedirect() {}

    /**
     * An answer that leads to another page.
     *
     * @param path of this server, as a link has it
     */
    public static ModelAndView to(String path) {
        var view = new RedirectView(path);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExposeModelAttributes(false);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
