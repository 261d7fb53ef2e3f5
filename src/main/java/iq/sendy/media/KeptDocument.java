package iq.sendy.media;

/**
 * A document that is here.
 *
 * @param size of its bytes, which are a PDF
 */
public record KeptDocument(String fileName, int size) {}
