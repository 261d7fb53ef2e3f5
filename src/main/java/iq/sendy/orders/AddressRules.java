package iq.sendy.orders;

import iq.sendy.geography.Geography;
import iq.sendy.geography.LocateResult;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.Patch;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules of a delivery address, whoever sends it: its area lies in its province, and its coordinates in Iraq. */
public final class AddressRules {

    private AddressRules() {}

    /** Coordinates come both or neither. */
    public static void coordinates(
            Patch<BigDecimal> deliveryLat, Patch<BigDecimal> deliveryLng, Violations violations) {
        if (violations.has("deliveryLat") || violations.has("deliveryLng")) {
            return;
        }
        var lat = deliveryLat.value();
        var lng = deliveryLng.value();
        if (lat == null && (lng != null || (deliveryLng.present() && !deliveryLat.present()))) {
            violations.add("deliveryLat", "address.coordinates");
        } else if (lng == null && (lat != null || (deliveryLat.present() && !deliveryLng.present()))) {
            violations.add("deliveryLng", "address.coordinates");
        }
        if (lat != null && !GeoPoint.latInIraq(lat)) {
            violations.add("deliveryLat", "address.coordinates");
        }
        if (lng != null && !GeoPoint.lngInIraq(lng)) {
            violations.add("deliveryLng", "address.coordinates");
        }
    }

    /** Whether the area lies in the province; without a province nothing is judged. */
    public static void area(
            @Nullable String province, @Nullable UUID area, Geography geography, Violations violations) {
        if (province == null) {
            return;
        }
        if (geography.province(province).isEmpty()) {
            violations.add("addressProvinceCode", "address.province_unknown");
        } else if (area != null && !(geography.locate(province, area) instanceof LocateResult.Located)) {
            violations.add("addressAreaId", "address.area_mismatch");
        }
    }

    /** The place that two coordinates are; null where one is left out. */
    public static @Nullable GeoPoint place(Patch<BigDecimal> deliveryLat, Patch<BigDecimal> deliveryLng) {
        var lat = deliveryLat.value();
        var lng = deliveryLng.value();
        return lat == null || lng == null ? null : new GeoPoint(lat, lng);
    }
}
