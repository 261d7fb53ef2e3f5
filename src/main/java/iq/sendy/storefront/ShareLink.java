package iq.sendy.storefront;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Share link: a short way to a shop or to one product of it, made for one post, poster or bio, and credited with what
 * comes by it.
 *
 * @param code what its address ends with, and what orders carry as their campaign
 * @param label what the shop calls it
 * @param sku of the product that it leads to; null leads to the shop
 * @param visits how often people have followed it
 */
public record ShareLink(
        UUID id, String code, String label, @Nullable String sku, long visits, Instant createdAt) {}
