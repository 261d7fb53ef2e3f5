package iq.sendy.geography;

import iq.sendy.geography.LocateResult.AreaMismatch;
import iq.sendy.geography.LocateResult.Located;
import iq.sendy.geography.LocateResult.ProvinceUnknown;
import iq.sendy.geography.model.Gazetteer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** The provinces and areas that an address may name. It answers from memory and needs no transaction. */
@Service
public class Geography {

    private final Gazetteer gazetteer;

    Geography() {
        this.gazetteer = Gazetteer.of(lines("provinces.tsv"), lines("areas.tsv"));
    }

    /** All provinces, by name. */
    public List<Province> provinces() {
        return gazetteer.provinces();
    }

    /** The province of a code in any letter case. */
    public Optional<Province> province(String code) {
        return gazetteer.province(code);
    }

    /** The province that people mean by a code, or by its name or its capital's in any language and spelling. */
    public Optional<Province> provinceNamed(String written) {
        return gazetteer.provinceNamed(written);
    }

    /** Areas of a province whose name has a text in it, in any language; one that is called so exactly stands alone. */
    public List<Area> areasNamed(Province province, String written) {
        return gazetteer.areasNamed(province, written);
    }

    /** A province's areas, by name. */
    public List<Area> areas(Province province) {
        return gazetteer.areas(province);
    }

    public Optional<Area> area(UUID id) {
        return gazetteer.area(id);
    }

    /** The two parts of an address together; the code in any letter case. */
    public LocateResult locate(String provinceCode, UUID areaId) {
        var province = province(provinceCode);
        if (province.isEmpty()) {
            return new ProvinceUnknown();
        }
        return area(areaId)
                .filter(area -> area.provinceCode().equals(province.get().code()))
                .<LocateResult>map(area -> new Located(province.get(), area))
                .orElseGet(AreaMismatch::new);
    }

    private static List<String> lines(String file) {
        try (var bytes = Geography.class.getResourceAsStream("/geography/" + file)) {
            if (bytes == null) {
                throw new IllegalStateException("geography/" + file + " is not packed");
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
