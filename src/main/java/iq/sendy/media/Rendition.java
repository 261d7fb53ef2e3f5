package iq.sendy.media;

import iq.sendy.kernel.Bytes;

/** Rendition of an image: the picture in one width, as it is sent. */
public record Rendition(int width, int height, Bytes body) {}
