package iq.sendy.dashboard.goods;

import iq.sendy.platform.api.Violation;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReader;
import java.util.List;

/** What is wrong with a form. A field that is empty says what belongs there, since above the form nobody sees which it is. */
final class GoodsFaults {

    private GoodsFaults() {}

    static PageForm on(PageForm form, List<Violation> violations, PageReader reader) {
        return form.withFaults(reader.faults(
                violations.stream().map(violation -> inWords(violation, reader)).toList()));
    }

    static Violation inWords(Violation violation, PageReader reader) {
        var field = violation.field();
        if (field == null || !violation.code().equals("field.required")) {
            return violation;
        }
        var own = "required." + field.substring(field.lastIndexOf('.') + 1);
        return reader.sayIfKnown("fault." + own) == null ? violation : violation.said(own, List.of());
    }
}
