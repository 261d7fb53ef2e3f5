package iq.sendy.storefront;

import iq.sendy.orders.CampaignSales;

/** Share link with what it has brought. */
public record CreditedLink(ShareLink link, CampaignSales brought) {}
