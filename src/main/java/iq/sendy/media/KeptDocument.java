package iq.sendy.media;

import iq.sendy.kernel.Bytes;

/** A document with its bytes, which are a PDF. */
public record KeptDocument(String fileName, Bytes body) {}
