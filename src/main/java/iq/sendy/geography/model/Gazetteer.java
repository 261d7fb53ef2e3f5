package iq.sendy.geography.model;

import iq.sendy.geography.Area;
import iq.sendy.geography.PlaceNames;
import iq.sendy.geography.Province;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The two files of {@code resources/geography} as maps. A file that contradicts itself cannot be made into one. */
public final class Gazetteer {

    private final Map<String, Province> provinces;
    private final Map<UUID, Area> areas;
    private final Map<String, List<Area>> areasByProvince;

    private Gazetteer(Map<String, Province> provinces, Map<UUID, Area> areas) {
        this.provinces = provinces;
        this.areas = areas;
        this.areasByProvince = areas.values().stream().collect(Collectors.groupingBy(Area::provinceCode));
    }

    /** Reads the lines of both files, each with its header; {@code SOURCE.md} beside them says what the columns are. */
    public static Gazetteer of(List<String> provinceLines, List<String> areaLines) {
        var provinces = unique(
                rows(provinceLines)
                        .map(Gazetteer::province)
                        .sorted(byName(Province::names))
                        .toList(),
                Province::code);
        var areas = unique(
                rows(areaLines).map(Gazetteer::area).sorted(byName(Area::names)).toList(), Area::id);
        for (var area : areas.values()) {
            if (!provinces.containsKey(area.provinceCode())) {
                throw new IllegalArgumentException("No province " + area.provinceCode() + " for " + area);
            }
        }
        return new Gazetteer(provinces, areas);
    }

    public List<Province> provinces() {
        return List.copyOf(provinces.values());
    }

    public Optional<Province> province(String code) {
        return Optional.ofNullable(provinces.get(code.toUpperCase(Locale.ROOT)));
    }

    public List<Area> areas(Province province) {
        return areasByProvince.getOrDefault(province.code(), List.of());
    }

    public Optional<Area> area(UUID id) {
        return Optional.ofNullable(areas.get(id));
    }

    private static Stream<List<String>> rows(List<String> lines) {
        return lines.stream().skip(1).map(line -> List.of(line.split("\t", -1)));
    }

    private static Province province(List<String> row) {
        return new Province(row.get(0), new PlaceNames(row.get(1), row.get(2), row.get(3)));
    }

    private static Area area(List<String> row) {
        return new Area(UUID.fromString(row.get(0)), row.get(1), new PlaceNames(row.get(2), row.get(3), row.get(4)));
    }

    private static <T> Comparator<T> byName(Function<T, PlaceNames> names) {
        return Comparator.comparing(place -> names.apply(place).english());
    }

    private static <K, V> Map<K, V> unique(List<V> places, Function<V, K> key) {
        var map = new LinkedHashMap<K, V>();
        for (var place : places) {
            if (map.put(key.apply(place), place) != null) {
                throw new IllegalArgumentException("Listed twice: " + place);
            }
        }
        return map;
    }
}
