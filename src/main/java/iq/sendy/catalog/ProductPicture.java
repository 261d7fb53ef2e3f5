package iq.sendy.catalog;

import java.util.UUID;

/** First picture of a product, by its whole address. */
public record ProductPicture(UUID productId, String url) {}
