package iq.sendy.dashboard.settings;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.Violation;
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
        return again(view, model, sent, faults, reader, HttpStatus.BAD_REQUEST);
    }

    /** The service refused what was right in itself. */
    static ModelAndView refused(
            String view, Map<String, ?> model, Map<String, String[]> sent, Refusal refusal, PageReader reader) {
        var status = HttpStatus.valueOf(refusal.declared().status());
        return again(view, model, sent, refusal.violations(), reader, status);
    }

    private static ModelAndView again(
            String view,
            Map<String, ?> model,
            Map<String, String[]> sent,
            List<Violation> faults,
            PageReader reader,
            HttpStatus status) {
        var all = new HashMap<String, Object>(model);
        all.put("form", reader.refused(sent, faults));
        return new ModelAndView(view, all, status);
    }
}
