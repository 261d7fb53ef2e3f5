package iq.sendy.dashboard.money;

import iq.sendy.dashboard.PageChoice;
import iq.sendy.kernel.WireWord;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageForm.FieldFault;
import iq.sendy.platform.pages.PageReader;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What the pages of this room have in common. */
final class MoneyPages {

    private static final int ROWS = 50;

    private MoneyPages() {}

    static Paging rows(Paging asked) {
        return new Paging(1, ROWS, asked.cursor(), asked.seal());
    }

    /** What stands between several in one line. */
    static String comma(PageReader reader) {
        return reader.language().getLanguage().equals("en") ? ", " : "، ";
    }

    /** Several parts as one sentence. */
    static String sentence(List<String> parts, PageReader reader) {
        return String.join(comma(reader), parts) + ".";
    }

    /** What somebody has named, in words that may run the other way. */
    static String isolated(String name) {
        return "\u2068" + name + "\u2069";
    }

    /** A number with its sign. */
    static String leftToRight(String number) {
        return "\u2066" + number + "\u2069";
    }

    /** What a form sends that only switches something on or off. */
    static MoneyForm switching(HttpServletRequest request) {
        return new MoneyForm(Map.of("isActive", new String[] {isOn(request) ? "true" : "false"}));
    }

    /** Which of both a switch asks for: without a word it asks for nothing. */
    static boolean isOn(HttpServletRequest request) {
        return switch (request.getParameter("on")) {
            case "true" -> true;
            case "false" -> false;
            case null, default ->
                throw new RequestRejected(HttpStatus.BAD_REQUEST, Violation.at("on", "field.invalid"));
        };
    }

    /** A page of a list. */
    static Map<String, @Nullable Object> list(Page<?> page, List<?> rows, Paging asked, String path) {
        var model = new HashMap<String, @Nullable Object>();
        model.put("rows", rows);
        model.put("newest", asked.cursor() == null ? null : path);
        model.put(
                "older",
                page.nextCursor() == null
                        ? null
                        : path + (path.contains("?") ? "&" : "?") + "cursor=" + page.nextCursor());
        return model;
    }

    /** A form as it is opened, or once more with what is wrong. */
    static ModelAndView form(String view, PageForm form, Map<String, ?> more) {
        var model = new HashMap<String, @Nullable Object>(more);
        model.put("form", form);
        return new ModelAndView(view, model, form.isFaulty() ? HttpStatus.BAD_REQUEST : HttpStatus.OK);
    }

    static PageForm faulty(MoneyForm sent, Violations violations, PageReader reader) {
        var form = reader.refused(sent.parameters(), violations.faults());
        return new PageForm(
                form.values(),
                form.faults().stream()
                        .map(fault -> new FieldFault(ofAll(fault.field()), fault.text()))
                        .toList(),
                false);
    }

    /** Boxes of one name are one field, whichever of them is wrong. */
    private static String ofAll(String field) {
        return field.endsWith("]") ? field.substring(0, field.lastIndexOf('[')) : field;
    }

    /** The words of a kind, by {@code NAME.WORD}. */
    static List<PageChoice> choices(String name, WireWord[] all, PageReader reader) {
        return Arrays.stream(all)
                .map(each -> new PageChoice(each.toString(), reader.say(name + "." + each)))
                .toList();
    }
}
