package iq.sendy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** A form of a page as a browser without scripts reads it and sends it. */
public final class SentForm {

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern CONTROL =
            Pattern.compile("<(input|button)\\b([^>]*)>|<(textarea|select)\\b([^>]*)>(.*?)</\\3>", Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)(?:=\"([^\"]*)\")?");

    private final Map<String, String> attributes;
    private final List<Control> controls;

    private SentForm(Map<String, String> attributes, List<Control> controls) {
        this.attributes = attributes;
        this.controls = controls;
    }

    /**
     * One of its fields.
     *
     * @param kind the type of an input, or the name of its tag
     * @param sent whether it is sent as it stands
     * @param values all that it may say, as a select may
     */
    public record Control(String name, String kind, String value, boolean sent, List<String> values) {

        /** Whether people see it and write there. */
        public boolean typed() {
            return !kind.equals("hidden") && !kind.equals("submit") && !kind.equals("search");
        }

        private Control saying(String other) {
            return new Control(name, kind, other, true, values);
        }

        private Control turned() {
            return new Control(name, kind, value, !sent, values);
        }
    }

    /** Those of a page that change something. */
    public static List<SentForm> of(Visitor.Shown page) {
        var forms = new ArrayList<SentForm>();
        for (var form = FORM.matcher(page.text()); form.find(); ) {
            var attributes = attributes(form.group(1));
            if ("post".equals(attributes.get("method"))) {
                forms.add(new SentForm(attributes, controls(form.group(2))));
            }
        }
        return forms;
    }

    private static List<Control> controls(String inner) {
        var controls = new ArrayList<Control>();
        for (var tag = CONTROL.matcher(inner); tag.find(); ) {
            var attributes = attributes(Objects.requireNonNullElse(tag.group(2), tag.group(4)));
            var name = attributes.get("name");
            if (name != null && !attributes.containsKey("disabled")) {
                controls.add(control(name, tag, attributes));
            }
        }
        return controls;
    }

    private static Control control(String name, Matcher tag, Map<String, String> attributes) {
        var value = attributes.getOrDefault("value", "");
        if ("textarea".equals(tag.group(3))) {
            var text = HtmlUtils.htmlUnescape(tag.group(5)).replaceFirst("^\r?\n", "");
            return new Control(name, "textarea", text.replaceAll("\r?\n", "\r\n"), true, List.of());
        }
        if ("select".equals(tag.group(3))) {
            var options = options(tag.group(5));
            return new Control(name, "select", options.chosen(), true, options.values());
        }
        if ("button".equals(tag.group(1))) {
            return new Control(
                    name, "submit", value, attributes.getOrDefault("class", "").contains("main"), List.of());
        }
        var kind = attributes.getOrDefault("type", "text");
        var ticked = kind.equals("checkbox") || kind.equals("radio");
        return new Control(name, kind, value, !ticked || attributes.containsKey("checked"), List.of());
    }

    /** What a select offers. */
    private record Options(List<String> values, String chosen) {}

    private static Options options(String inner) {
        var values = new ArrayList<String>();
        String chosen = null;
        for (var option = OPTION.matcher(inner); option.find(); ) {
            var attributes = attributes(option.group(1));
            values.add(attributes.getOrDefault("value", ""));
            if (attributes.containsKey("selected")) {
                chosen = values.getLast();
            }
        }
        return new Options(values, chosen == null && !values.isEmpty() ? values.getFirst() : String.valueOf(chosen));
    }

    private static Map<String, String> attributes(String inner) {
        var attributes = new LinkedHashMap<String, String>();
        for (var one = ATTRIBUTE.matcher(inner); one.find(); ) {
            attributes.put(one.group(1), HtmlUtils.htmlUnescape(Objects.requireNonNullElse(one.group(2), "")));
        }
        return attributes;
    }

    /** Where it is sent to. */
    public String action() {
        return attributes.getOrDefault("action", "");
    }

    public boolean has(String attribute) {
        return attributes.containsKey(attribute);
    }

    /** What a hidden field says; null where there is none. */
    public @Nullable String hidden(String name) {
        return controls.stream()
                .filter(control ->
                        control.kind().equals("hidden") && control.name().equals(name))
                .map(Control::value)
                .findFirst()
                .orElse(null);
    }

    /** What people write into. */
    public List<Control> typed() {
        return controls.stream().filter(Control::typed).toList();
    }

    /** The field of that name. */
    public Control typed(String name) {
        return typed().stream()
                .filter(control -> control.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The box of that name which stands for a value. */
    public Control typed(String name, String value) {
        return typed().stream()
                .filter(control ->
                        control.name().equals(name) && control.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    /** What it says: all that people see in it. */
    public List<String> said() {
        return typed().stream()
                .filter(Control::sent)
                .map(control -> control.name() + "=" + control.value())
                .toList();
    }

    /** The same form with something else in one field. */
    public SentForm typing(Control into, String value) {
        return with(into, into.saying(value));
    }

    /** The same form with one box ticked that was not, or the other way round. */
    public SentForm ticking(Control box) {
        return with(box, box.turned());
    }

    private SentForm with(Control old, Control other) {
        return new SentForm(
                attributes,
                controls.stream()
                        .map(control -> control.equals(old) ? other : control)
                        .toList());
    }

    /** What its main button sends. */
    public String encoded() {
        return controls.stream()
                .filter(Control::sent)
                .flatMap(control -> Stream.of(Visitor.encoded(Map.of(control.name(), control.value()))))
                .collect(Collectors.joining("&"));
    }

    @Override
    public String toString() {
        return action() + " " + said();
    }
}
