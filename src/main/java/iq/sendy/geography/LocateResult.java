package iq.sendy.geography;

/** Result of looking up the province and area of an address. */
public sealed interface LocateResult {

    record Located(Province province, Area area) implements LocateResult {}

    /** No governorate has this code; the area is then not judged. */
    record ProvinceUnknown() implements LocateResult {}

    /** The area belongs to another province, or there is none with this id. */
    record AreaMismatch() implements LocateResult {}
}
