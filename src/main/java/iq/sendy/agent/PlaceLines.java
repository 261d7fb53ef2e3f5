package iq.sendy.agent;

import iq.sendy.geography.Area;
import iq.sendy.geography.Province;
import java.util.Map;

/** Places as a model is told of them. */
final class PlaceLines {

    private PlaceLines() {}

    static Map<String, String> area(Area area) {
        return Map.of(
                "areaId", area.id().toString(),
                "name", area.names().english(),
                "nameAr", area.names().arabic(),
                "nameKu", area.names().kurdish());
    }

    static Map<String, String> province(Province province) {
        return Map.of(
                "provinceCode", province.code(),
                "name", province.names().english(),
                "nameAr", province.names().arabic(),
                "nameKu", province.names().kurdish());
    }
}
