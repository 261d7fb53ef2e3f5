package iq.sendy.dashboard.money;

import iq.sendy.dashboard.DashboardPaths;

/** Where the pages of this room are. */
final class MoneyPaths {

    static final String EXPENSES = DashboardPaths.HOME + "/expenses";
    static final String DISCOUNTS = DashboardPaths.HOME + "/discounts";
    static final String RULES = DISCOUNTS + "/rules";
    static final String LINKS = DashboardPaths.HOME + "/links";

    private MoneyPaths() {}
}
