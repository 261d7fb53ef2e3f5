package iq.sendy.geography.web;

import iq.sendy.geography.Area;
import iq.sendy.geography.Geography;
import iq.sendy.geography.Province;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.CachedResponse;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.api.RequestRejected;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The lists that fill a form's two drop-downs. They are shaped at the start, and the same object answers ever after. */
@PublicController("/api/v1/address-reference")
class AddressReferenceController {

    record ProvinceBody(String code, String name, String nameAr, String nameKu) {

        static ProvinceBody of(Province province) {
            var placeNames = province.names();
            return new ProvinceBody(province.code(), placeNames.english(), placeNames.arabic(), placeNames.kurdish());
        }
    }

    record AreaBody(UUID id, String name, String nameAr, String nameKu, String provinceCode) {

        static AreaBody of(Area area) {
            var placeNames = area.names();
            return new AreaBody(
                    area.id(), placeNames.english(), placeNames.arabic(), placeNames.kurdish(), area.provinceCode());
        }
    }

    private static final String MESSAGE = "address.listed";

    private final Geography geography;
    private final Answer<List<ProvinceBody>> provinces;
    private final Map<Province, Answer<List<AreaBody>>> areas = new HashMap<>();

    AddressReferenceController(Geography geography) {
        this.geography = geography;
        this.provinces = Answer.ok(
                MESSAGE, geography.provinces().stream().map(ProvinceBody::of).toList());
        for (var province : geography.provinces()) {
            var bodies = geography.areas(province).stream().map(AreaBody::of).toList();
            areas.put(province, Answer.ok(MESSAGE, bodies));
        }
    }

    @GetMapping("/provinces")
    @CachedResponse
    @Describes("The 19 governorates, by name")
    Answer<List<ProvinceBody>> provinces() {
        return provinces;
    }

    @GetMapping("/provinces/{code}/areas")
    @CachedResponse
    @Describes("The areas of a governorate, by name; its code in any letter case")
    Answer<List<AreaBody>> areas(@PathVariable("code") String code) {
        return geography.province(code).map(areas::get).orElseThrow(RequestRejected::notFound);
    }
}
