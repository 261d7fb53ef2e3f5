package iq.sendy.media;

/** Image of ours with its sizes, by the address that somebody asked about. */
public record SizedImage(String url, ImageSizes sizes) {}
