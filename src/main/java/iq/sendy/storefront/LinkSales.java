package iq.sendy.storefront;

/**
 * What a share link has brought so far, in minor units.
 *
 * @param code of the link, which its orders carry as their campaign
 * @param orders how many carry it, whatever became of them
 * @param deliveredTotal revenue of those that were delivered: without fees, and less what was paid back
 */
public record LinkSales(String code, long orders, long deliveredTotal) {}
