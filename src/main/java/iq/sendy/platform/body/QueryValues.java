package iq.sendy.platform.body;

import iq.sendy.kernel.InputText;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;

/**
 * Values of a query string by name: names are read in any letter case, and an empty value counts as absent, but for one
 * that is longer than any value.
 */
public final class QueryValues {

    private QueryValues() {}

    /** Every value that was sent under a name, however the name was spelt each time. */
    public static List<String> of(HttpServletRequest request, String name) {
        var values = new ArrayList<String>();
        request.getParameterMap().forEach((spelt, sent) -> {
            if (spelt.equalsIgnoreCase(name)) {
                for (var value : sent) {
                    if (InputText.beyond(value, Text.NOTES) || !InputText.blank(value)) {
                        values.add(value);
                    }
                }
            }
        });
        return values;
    }
}
