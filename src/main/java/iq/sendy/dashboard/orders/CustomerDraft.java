package iq.sendy.dashboard.orders;

import iq.sendy.customers.CustomerView;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.pages.PageForm;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;

/** What a shop says of a customer, as its form sends it: by the rules of the API's body. */
record CustomerDraft(
        @Text(Text.NAME) Patch<String> name,
        @Text(Text.NOTES) Patch<String> notes,
        @Size(max = 50) @Text(Text.REFERENCE) Patch<List<String>> tags,
        Patch<Boolean> isBlocked) {

    private static final String TAGS = "tags";
    private static final int LONGEST = 6_000;

    static PageForm form(CustomerView.About about) {
        return PageForm.ofStored()
                .with("name", about.name())
                .with("notes", about.notes())
                .withAll(TAGS, about.tags())
                .with("isBlocked", about.blocked());
    }

    /** With tags as the several that they are: on the page they are one line, with commas between them. */
    static Map<String, String[]> apart(Map<String, String[]> sent) {
        var fields = new HashMap<>(sent);
        var tags = sent.get(TAGS);
        if (tags != null && tags.length > 0 && tags[0].length() <= LONGEST) {
            fields.put(
                    TAGS,
                    Collections.list(new StringTokenizer(tags[0], ",،")).stream()
                            .map(tag -> ((String) tag).strip())
                            .filter(tag -> !tag.isEmpty())
                            .toArray(String[]::new));
        }
        return fields;
    }

    CustomerView.About over(CustomerView.About before) {
        return new CustomerView.About(
                name.over(before.name()),
                notes.over(before.notes()),
                tags.over(before.tags(), List.of()).stream().distinct().toList(),
                isBlocked.over(before.blocked(), false));
    }
}
