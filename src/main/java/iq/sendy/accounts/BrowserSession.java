package iq.sendy.accounts;

import iq.sendy.kernel.StoreId;

/** Browser session: whose cookie it is, and in which store. */
public record BrowserSession(StoreId store, MemberView member) {}
