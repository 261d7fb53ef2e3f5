package iq.sendy.media;

import iq.sendy.kernel.Bytes;

/** A picture in one width, as it is sent. */
public record Rendition(int width, int height, Bytes body) {}
