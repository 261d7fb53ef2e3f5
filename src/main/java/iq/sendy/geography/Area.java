package iq.sendy.geography;

import java.util.UUID;

/** A district, town or, in Baghdad, a neighbourhood. Its id stays the same in every release. */
public record Area(UUID id, String provinceCode, PlaceNames names) {}
