package iq.sendy.orders;

/**
 * What a campaign has brought so far.
 *
 * @param campaign the code that its orders carry
 * @param orders how many carry it, whatever became of them
 * @param deliveredTotal what those come to that are delivered, in minor units
 */
public record CampaignSales(String campaign, long orders, long deliveredTotal) {}
