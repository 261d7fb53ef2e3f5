package iq.sendy.apidocs.web;

import java.util.List;
import java.util.Locale;

/** Operations about the same thing. */
record OperationGroup(String name, String description, List<OperationLine> entries) {

    public String anchor() {
        return name.toLowerCase(Locale.ROOT);
    }
}
