package iq.sendy.dashboard.settings;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The answer to a form that cannot be taken: the same page, with what was typed and what is wrong. */
final class SettingsForms {

    private SettingsForms() {}

    /** What was typed was wrong. */
    static ModelAndView wrong(
            String view, Map<String, ?> model, Map<String, String[]> sent, List<Violation> faults, PageReader reader) {
        return again(view, model, reader.refused(sent, faults), HttpStatus.BAD_REQUEST);
    }

    /** The service refused what was right in itself. */
    static ModelAndView refused(
            String view, Map<String, ?> model, Map<String, String[]> sent, Refusal refusal, PageReader reader) {
        return again(view, model, reader.refused(sent, refusal.violations()), status(refusal));
    }

    /** The service refused what another form of the page asked for, and this one is as it is stored. */
    static ModelAndView refused(
            String view, Map<String, ?> model, PageForm stored, Refusal refusal, PageReader reader) {
        return again(view, model, stored.withFaults(reader.faults(refusal.violations())), status(refusal));
    }

    private static HttpStatus status(Refusal refusal) {
        return HttpStatus.valueOf(refusal.declared().status());
    }

    private static ModelAndView again(String view, Map<String, ?> model, PageForm form, HttpStatus status) {
        var all = new HashMap<String, Object>(model);
        all.put("form", form);
        return new ModelAndView(view, all, status);
    }
}
