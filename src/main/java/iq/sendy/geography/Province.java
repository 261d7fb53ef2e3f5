package iq.sendy.geography;

/** A governorate. Its code is the last part of the ISO 3166-2 one; Halabja has none there, and is {@code HA} here. */
public record Province(String code, PlaceNames names) {}
