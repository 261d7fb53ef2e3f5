package iq.sendy.orders;

import java.math.BigDecimal;

/** A place in degrees, inside the box that holds Iraq: 29.0 to 37.5 north, 38.7 to 48.7 east. */
public record GeoPoint(BigDecimal lat, BigDecimal lng) {

    private static final BigDecimal SOUTH = new BigDecimal("29.0");
    private static final BigDecimal NORTH = new BigDecimal("37.5");
    private static final BigDecimal WEST = new BigDecimal("38.7");
    private static final BigDecimal EAST = new BigDecimal("48.7");

    public GeoPoint {
        if (!latInIraq(lat) || !lngInIraq(lng)) {
            throw new IllegalArgumentException("Outside Iraq");
        }
    }

    public static boolean latInIraq(BigDecimal lat) {
        return lat.compareTo(SOUTH) >= 0 && lat.compareTo(NORTH) <= 0;
    }

    public static boolean lngInIraq(BigDecimal lng) {
        return lng.compareTo(WEST) >= 0 && lng.compareTo(EAST) <= 0;
    }
}
