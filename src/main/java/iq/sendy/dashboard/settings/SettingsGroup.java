package iq.sendy.dashboard.settings;

import java.util.List;

/**
 * Settings that stand together.
 *
 * @param word the key of its name
 */
record SettingsGroup(String word, List<SettingsWay> ways) {

    SettingsGroup {
        ways = List.copyOf(ways);
    }

    /**
     * A way to a page of settings.
     *
     * @param name behind {@code settings.to.} of its words
     */
    record SettingsWay(String name, String path, String icon) {}
}
