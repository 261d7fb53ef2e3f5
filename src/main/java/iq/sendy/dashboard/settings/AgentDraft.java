package iq.sendy.dashboard.settings;

import iq.sendy.agent.AgentMode;
import iq.sendy.agent.BusinessHours;
import iq.sendy.agent.OutsideHours;
import iq.sendy.agent.RollOut;
import iq.sendy.agent.SaveAgentRule;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How and when an agent answers at a channel, as its form sends it.
 *
 * @param allowed one contact on each line
 * @param hours the rows of a week, most of them empty
 * @param everyDay whether all days are as the first
 */
record AgentDraft(
        Patch<AgentMode> mode,
        @Whole(max = 100) Patch<Integer> percentage,
        @Text(20_000) Patch<String> allowed,
        Patch<OutsideHours> outsideHours,
        @Size(max = BusinessHours.MOST_SPANS) Patch<List<HoursRow>> hours,
        @Nullable Boolean everyDay)
        implements CrossFieldRules {

    /** Where all days are alike. */
    private static final int MOST_OF_DAY = BusinessHours.MOST_SPANS / DayOfWeek.values().length;

    @Override
    public void check(Violations violations) {
        var contacts = contacts(allowed.value());
        if (contacts.size() > RollOut.MOST_ALLOWED) {
            violations.add("allowed", "field.out_of_range", "0", Integer.toString(RollOut.MOST_ALLOWED));
        } else if (contacts.stream().anyMatch(contact -> contact.length() > Text.NAME)) {
            violations.add("allowed", "field.too_long", Integer.toString(Text.NAME));
        }
        var rows = hours.value();
        for (var i = 0; rows != null && i < rows.size(); i++) {
            var row = rows.get(i);
            if (row != null) {
                row.check("hours[" + i + "]", violations);
            }
        }
        if (rows != null && Boolean.TRUE.equals(everyDay)) {
            checkEveryDay(rows.stream().filter(HoursRow::filled).distinct().toList(), violations);
        }
    }

    /** Hours of no day would be those of every day, which means always; and a week has room for so many alone. */
    private static void checkEveryDay(List<HoursRow> filled, Violations violations) {
        var first = filled.stream().filter(HoursRow::first).count();
        if (first == 0 && !filled.isEmpty()) {
            violations.add(Violation.at("everyDay", "field.invalid").said("channels.everyDay.none", List.of()));
        } else if (first > MOST_OF_DAY) {
            violations.add(Violation.at("everyDay", "field.invalid")
                    .said("channels.everyDay.many", List.of(Integer.toString(MOST_OF_DAY))));
        }
    }

    SaveAgentRule command(UUID channel) {
        return new SaveAgentRule(
                channel,
                mode,
                new Patch<>(allowed.present(), contacts(allowed.value())),
                percentage,
                new Patch<>(hours.present(), week(hours.value())),
                outsideHours,
                Patch.leftOut());
    }

    /** Nothing but a pause; it ends now where there is no time. */
    static SaveAgentRule pause(UUID channel, @Nullable Instant until) {
        return new SaveAgentRule(
                channel,
                Patch.leftOut(),
                Patch.leftOut(),
                Patch.leftOut(),
                Patch.leftOut(),
                Patch.leftOut(),
                new Patch<>(true, until));
    }

    private @Nullable BusinessHours week(@Nullable List<HoursRow> rows) {
        if (rows == null) {
            return null;
        }
        if (Boolean.TRUE.equals(everyDay)) {
            var first = rows.stream().filter(HoursRow::first).toList();
            return new BusinessHours(Arrays.stream(DayOfWeek.values())
                    .flatMap(day -> first.stream().flatMap(row -> row.span(day)))
                    .toList());
        }
        return new BusinessHours(
                rows.stream().flatMap(row -> row.span(row.day().day())).toList());
    }

    private static List<String> contacts(@Nullable String typed) {
        return typed == null
                ? List.of()
                : RollOut.named(typed.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList());
    }
}
