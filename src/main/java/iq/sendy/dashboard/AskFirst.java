package iq.sendy.dashboard;

import iq.sendy.platform.ids.UuidGenerator;
import iq.sendy.platform.pages.PageReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.servlet.ModelAndView;

/**
 * Asks before something is done that cannot be taken back: a page of its own, which a script shows as a dialog above the page
 * that it came from. Its button sends the same fields once more, with {@code sure}.
 *
 * @param title the question, with how many it is about
 * @param text what comes of it
 * @param word the button's
 * @param action where the form is sent
 * @param back where else one may go
 * @param fields what was sent
 */
public record AskFirst(
        String title, String text, String word, String action, String back, Map<String, List<String>> fields) {

    private static final String SURE = "sure";

    public AskFirst {
        fields = Map.copyOf(fields);
    }

    /** Whether it was asked and answered: {@code sent} are the request's parameters. */
    public static boolean sure(Map<String, String[]> sent) {
        return sent.containsKey(SURE);
    }

    /** What was sent, to be sent once more. */
    public static Map<String, List<String>> fields(Map<String, String[]> sent) {
        var fields = new HashMap<String, List<String>>();
        sent.forEach((name, values) -> {
            if (!name.equals("_csrf") && !name.equals(SURE)) {
                fields.put(name, List.of(values));
            }
        });
        return fields;
    }

    /**
     * Asks before something is deleted.
     *
     * @param words of its kind, with {@code .delete.ask} and {@code .delete.why} behind them
     * @param name how it is called, which may run the other way than the words
     * @param address its own, behind which its deletion stands
     */
    public static AskFirst deletion(String words, String name, String address, PageReader reader) {
        return new AskFirst(
                reader.say(words + ".delete.ask", "\u2068" + name + "\u2069"),
                reader.say(words + ".delete.why"),
                reader.say("delete"),
                address + "/delete",
                address,
                Map.of());
    }

    public AskFirst telling(String other) {
        return new AskFirst(title, other, word, action, back, fields);
    }

    public AskFirst backTo(String other) {
        return new AskFirst(title, text, word, action, other, fields);
    }

    /** With a field by which its button does it once, however often it is tapped. */
    public AskFirst once(UuidGenerator ids) {
        var more = new HashMap<>(fields);
        more.putAll(OnceField.fresh(ids).values());
        return new AskFirst(title, text, word, action, back, more);
    }

    /** The page that asks. */
    public ModelAndView page() {
        return new ModelAndView("dashboard/ask", "ask", this);
    }
}
