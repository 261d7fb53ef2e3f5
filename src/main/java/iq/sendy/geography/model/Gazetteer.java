package iq.sendy.geography.model;

import iq.sendy.geography.Area;
import iq.sendy.geography.PlaceNames;
import iq.sendy.geography.Province;
import iq.sendy.kernel.SearchText;
import java.util.Comparator;
import java.util.HashMap;
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

    private static final int ALIASES = 4;
    private static final int SHORTEST_PART = 4;
    private static final String ARTICLE = "ال";

    private final Map<String, Province> provinces;
    private final Map<String, Province> byName;
    private final Map<UUID, Area> areas;
    private final Map<String, List<Area>> areasByProvince;

    private Gazetteer(Map<String, Province> provinces, Map<String, Province> byName, Map<UUID, Area> areas) {
        this.provinces = provinces;
        this.byName = Map.copyOf(byName);
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
        var byName = new HashMap<String, Province>();
        rows(provinceLines)
                .forEach(row -> spellings(row)
                        .forEach(name -> byName.put(SearchText.fold(name), provinces.get(row.getFirst()))));
        return new Gazetteer(provinces, byName, areas);
    }

    public List<Province> provinces() {
        return List.copyOf(provinces.values());
    }

    public Optional<Province> province(String code) {
        return Optional.ofNullable(provinces.get(code.toUpperCase(Locale.ROOT)));
    }

    /** As people write it: by its code, or by a name of it or of its capital in any spelling. */
    public Optional<Province> provinceNamed(String written) {
        return province(written).or(() -> Optional.ofNullable(byName.get(SearchText.fold(written))));
    }

    public List<Area> areas(Province province) {
        return areasByProvince.getOrDefault(province.code(), List.of());
    }

    /** Those whose name has a text in it, or those that are called so exactly. */
    public List<Area> areasNamed(Province province, String written) {
        var folded = SearchText.fold(written);
        if (folded.isEmpty()) {
            return List.of();
        }
        var named =
                areas(province).stream().filter(area -> isNamed(area, folded)).toList();
        return named.isEmpty()
                ? areas(province).stream()
                        .filter(area -> names(area).anyMatch(name -> name.contains(folded) || isPart(name, folded)))
                        .toList()
                : named;
    }

    private static boolean isNamed(Area area, String folded) {
        return names(area).anyMatch(folded::equals);
    }

    private static boolean isPart(String name, String folded) {
        return name.length() >= SHORTEST_PART && folded.contains(name);
    }

    /** Each with and without its article. */
    private static Stream<String> names(Area area) {
        var names = area.names();
        return Stream.of(names.english(), names.arabic(), names.kurdish())
                .map(SearchText::fold)
                .flatMap(name -> name.startsWith(ARTICLE) ? Stream.of(name, name.substring(2)) : Stream.of(name));
    }

    public Optional<Area> area(UUID id) {
        return Optional.ofNullable(areas.get(id));
    }

    private static Stream<List<String>> rows(List<String> lines) {
        return lines.stream().skip(1).map(line -> List.of(line.split("\t", -1)));
    }

    private static Stream<String> spellings(List<String> row) {
        return Stream.concat(
                row.subList(1, ALIASES).stream(), Stream.of(row.get(ALIASES).split("\\|", -1)));
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
