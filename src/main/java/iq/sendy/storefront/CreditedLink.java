package iq.sendy.storefront;

/** Share link with what it has brought. */
public record CreditedLink(ShareLink link, LinkSales brought) {}
