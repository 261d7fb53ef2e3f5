package iq.sendy.shop.web;

import org.jspecify.annotations.Nullable;

/**
 * Preview picture of a page, as messengers are told of it.
 *
 * @param url the whole address
 * @param width null where the picture lies elsewhere, since nobody fetched it to learn
 */
public record PreviewPicture(
        String url, @Nullable Integer width, @Nullable Integer height) {}
