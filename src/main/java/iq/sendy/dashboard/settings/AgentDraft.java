package iq.sendy.dashboard.settings;

import iq.sendy.agent.AgentMode;
import iq.sendy.agent.OutsideHours;
import iq.sendy.agent.RollOut;
import iq.sendy.agent.SaveAgentRule;
import iq.sendy.kernel.Phone;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.body.Whole;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an agent answers at a channel, as its form sends it; its hours stay as they are.
 *
 * @param allowed one contact on each line
 */
record AgentDraft(
        Patch<AgentMode> mode,
        @Whole(max = 100) Patch<Integer> percentage,
        @Text(20_000) Patch<String> allowed,
        Patch<OutsideHours> outsideHours)
        implements CrossFieldRules {

    @Override
    public void check(Violations violations) {
        var contacts = contacts(allowed.value());
        if (contacts.size() > RollOut.MOST_ALLOWED) {
            violations.add("allowed", "field.out_of_range", "0", Integer.toString(RollOut.MOST_ALLOWED));
        } else if (contacts.stream().anyMatch(contact -> contact.length() > Text.NAME)) {
            violations.add("allowed", "field.too_long", Integer.toString(Text.NAME));
        }
    }

    SaveAgentRule command(UUID channel) {
        return new SaveAgentRule(
                channel,
                mode,
                new Patch<>(allowed.present(), contacts(allowed.value())),
                percentage,
                Patch.leftOut(),
                outsideHours,
                Patch.leftOut());
    }

    /** What can be read as a phone is one, in stored form; other names are as Meta has them. */
    private static List<String> contacts(@Nullable String typed) {
        return typed == null
                ? List.of()
                : typed.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line -> Phone.parse(line).map(Phone::value).orElse(line))
                        .distinct()
                        .toList();
    }
}
