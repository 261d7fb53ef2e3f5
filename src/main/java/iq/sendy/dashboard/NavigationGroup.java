package iq.sendy.dashboard;

import java.util.Locale;

/** What the entries of the side bar are grouped by, in its order. */
public enum NavigationGroup {
    SELL,
    GOODS,
    MONEY,
    TALK,
    SHOP,
    SETTINGS;

    /** The key of its name. */
    public String word() {
        return "nav.group." + name().toLowerCase(Locale.ROOT);
    }
}
