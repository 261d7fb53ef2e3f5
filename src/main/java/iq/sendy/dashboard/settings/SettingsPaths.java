package iq.sendy.dashboard.settings;

import iq.sendy.dashboard.DashboardPaths;

/** Where the pages of this room are. */
final class SettingsPaths {

    static final String SETTINGS = DashboardPaths.HOME + "/settings";
    static final String STORE = SETTINGS + "/store";
    static final String CASHIER = SETTINGS + "/cashier";
    static final String PACKAGES = SETTINGS + "/packages";
    static final String CHANNELS = SETTINGS + "/channels";
    static final String KNOWLEDGE = SETTINGS + "/knowledge";
    static final String WEBHOOKS = SETTINGS + "/webhooks";
    static final String KEYS = SETTINGS + "/keys";
    static final String PASSWORD = SETTINGS + "/password";
    static final String AUDIT = SETTINGS + "/audit";
    static final String STAFF = DashboardPaths.HOME + "/staff";
    static final String PRODUCTS = DashboardPaths.HOME + "/products";
    static final String CATEGORIES = PRODUCTS + "/categories";
    static final String CUSTOMERS = DashboardPaths.HOME + "/customers";
    static final String SHOP = DashboardPaths.HOME + "/shop";

    private SettingsPaths() {}
}
