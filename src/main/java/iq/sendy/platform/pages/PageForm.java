package iq.sendy.platform.pages;

import iq.sendy.platform.body.ShownFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as a page shows it: what was typed, or is stored, by the names of its fields, and what is wrong. Templates have it as
 * {@code form}: the parts in {@code dashboard/fields} read it.
 *
 * @param faults one for each field, the first that was found, and those of the whole
 * @param stored whether it shows something that is stored already
 */
public record PageForm(Map<String, List<String>> values, List<FieldFault> faults, boolean stored) {

    public PageForm {
        values = Map.copyOf(values);
        faults = List.copyOf(faults);
    }

    /**
     * What is wrong, in the reader's words.
     *
     * @param field its name; empty where it is the whole
     */
    public record FieldFault(String field, String text) {

        /** What the field has as its id, since one with brackets and dots is awkward elsewhere. */
        public String id() {
            return PageForm.id(field);
        }
    }

    /** Of something new. */
    public static PageForm empty() {
        return new PageForm(Map.of(), List.of(), false);
    }

    /** Of something that is stored: what nobody touches in it stays as it then is. */
    public static PageForm ofStored() {
        return new PageForm(Map.of(), List.of(), true);
    }

    /** What was sent: the request's parameters. */
    public static PageForm sent(Map<String, String[]> parameters) {
        var values = new HashMap<String, List<String>>();
        parameters.forEach((name, sent) -> values.put(name, List.of(sent)));
        return new PageForm(values, List.of(), false);
    }

    /** With a value as it is stored; nothing for null. */
    public PageForm with(String name, @Nullable Object value) {
        if (value == null) {
            return this;
        }
        var more = new HashMap<>(values);
        more.put(name, List.of(value.toString()));
        return new PageForm(more, faults, stored);
    }

    /** With all that are chosen of several. */
    public PageForm withAll(String name, List<?> chosen) {
        var more = new HashMap<>(values);
        more.put(name, chosen.stream().map(Object::toString).toList());
        return new PageForm(more, faults, stored);
    }

    public PageForm withFaults(List<FieldFault> found) {
        var all = new ArrayList<>(faults);
        for (var fault : found) {
            if (fault.field().isEmpty()
                    || all.stream().noneMatch(known -> known.field().equals(fault.field()))) {
                all.add(fault);
            }
        }
        return new PageForm(values, all, stored);
    }

    /** Of one sent twice the last, as a box and its hidden {@code false} are. */
    public String value(String name) {
        var sent = values.get(name);
        return sent == null || sent.isEmpty() ? "" : sent.getLast();
    }

    /** Several are one line, with commas between them. */
    public String line(String name) {
        return String.join("، ", values.getOrDefault(name, List.of()));
    }

    public boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    public boolean isOn(String name) {
        return value(name).equals("true");
    }

    /** What is wrong with a field; null where nothing is. */
    public @Nullable String fault(String name) {
        return faults.stream()
                .filter(fault -> fault.field().equals(name))
                .map(FieldFault::text)
                .findFirst()
                .orElse(null);
    }

    /** What the form carries of what it showed at first, however often it comes back; null where nothing is stored yet. */
    public @Nullable String shown() {
        if (values.containsKey(ShownFields.NAME)) {
            return value(ShownFields.NAME);
        }
        return stored ? ShownFields.of(values) : null;
    }

    public boolean isFaulty() {
        return !faults.isEmpty();
    }

    /** The id of a field's element. */
    public String idOf(String name) {
        return id(name);
    }

    private static String id(String name) {
        var id = new StringBuilder(name.length());
        name.chars().map(c -> c == '[' || c == ']' || c == '.' ? '-' : c).forEach(c -> id.append((char) c));
        return id.toString();
    }
}
