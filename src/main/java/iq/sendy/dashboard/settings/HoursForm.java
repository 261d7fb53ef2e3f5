package iq.sendy.dashboard.settings;

import iq.sendy.agent.BusinessHours;
import iq.sendy.agent.BusinessHours.OpenSpan;
import iq.sendy.agent.Weekday;
import iq.sendy.platform.pages.PageForm;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The hours of a week as the fields of a form, which begins with the day that a week begins with here. */
final class HoursForm {

    /** Many close at noon and open again in the evening. */
    private static final int SPANS_OF_A_DAY = 2;

    private HoursForm() {}

    /**
     * The rows of a day.
     *
     * @param fields the beginnings of their names
     */
    record DayRows(Weekday day, List<String> fields) {

        DayRows {
            fields = List.copyOf(fields);
        }
    }

    /** The first day of a week. */
    static DayOfWeek first() {
        return DayOfWeek.SATURDAY;
    }

    /** With hours as they are stored, and room for what a day has beside them, as far as a week has it. */
    static PageForm with(PageForm form, BusinessHours hours) {
        var filled = form;
        var row = 0;
        var room = BusinessHours.MOST_SPANS - hours.spans().size();
        for (var day : week()) {
            var spans = hours.spans().stream().filter(span -> span.day() == day).toList();
            var empty = Math.clamp(SPANS_OF_A_DAY - spans.size(), 0, room);
            room -= empty;
            for (var i = 0; i < spans.size() + empty; i++, row++) {
                var field = field(row);
                filled = filled.with(field + ".day", Weekday.of(day));
                if (i < spans.size()) {
                    filled = with(filled, field, spans.get(i));
                }
            }
        }
        return filled;
    }

    private static PageForm with(PageForm form, String field, OpenSpan span) {
        return form.with(field + ".from", span.from()).with(field + ".to", span.to());
    }

    /** The rows that a form has, day by day. */
    static List<DayRows> rows(PageForm form) {
        var fields = IntStream.iterate(0, row -> row + 1)
                .mapToObj(HoursForm::field)
                .takeWhile(field -> !form.value(field + ".day").isEmpty())
                .toList();
        var rows = new ArrayList<DayRows>();
        for (var day : week()) {
            var word = Weekday.of(day);
            rows.add(new DayRows(
                    word,
                    fields.stream()
                            .filter(field -> form.value(field + ".day").equals(word.toString()))
                            .toList()));
        }
        return rows;
    }

    private static List<DayOfWeek> week() {
        return Stream.iterate(first(), day -> day.plus(1))
                .limit(DayOfWeek.values().length)
                .toList();
    }

    private static String field(int row) {
        return "hours[" + row + "]";
    }
}
