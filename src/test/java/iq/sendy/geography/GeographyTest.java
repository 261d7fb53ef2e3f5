package iq.sendy.geography;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.geography.LocateResult.AreaMismatch;
import iq.sendy.geography.LocateResult.Located;
import iq.sendy.geography.LocateResult.ProvinceUnknown;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class GeographyTest {

    private final Geography geography = new Geography();

    @Test
    void iraq_has_nineteen_governorates_listed_by_name() {
        assertThat(geography.provinces())
                .hasSize(19)
                .isSortedAccordingTo(
                        (a, b) -> a.names().english().compareTo(b.names().english()));
        assertThat(geography.provinces())
                .extracting(Province::code)
                .doesNotHaveDuplicates()
                .contains("BG", "BA", "HA");
    }

    @Test
    void every_governorate_has_areas_listed_by_name_and_all_are_its_own() {
        for (var province : geography.provinces()) {
            assertThat(geography.areas(province))
                    .isNotEmpty()
                    .isSortedAccordingTo(
                            (a, b) -> a.names().english().compareTo(b.names().english()))
                    .allSatisfy(area -> assertThat(area.provinceCode()).isEqualTo(province.code()));
        }
        assertThat(allAreas()).extracting(Area::id).doesNotHaveDuplicates();
    }

    @Test
    void baghdad_is_known_by_its_neighbourhoods() {
        var baghdad = geography.province("bg").orElseThrow();

        assertThat(geography.areas(baghdad)).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void no_two_areas_of_a_governorate_share_a_name_in_any_language() {
        for (var province : geography.provinces()) {
            for (var language : List.of("en", "ar", "ckb")) {
                assertThat(geography.areas(province))
                        .extracting(area -> area.names().in(language))
                        .doesNotHaveDuplicates();
            }
        }
    }

    /** Orders, couriers and the shops' own systems hold these. */
    @Test
    void an_area_keeps_its_id_in_every_release() {
        var anah = geography
                .area(UUID.fromString("38ccfb56-8932-5a6e-82ce-7a20af422dc3"))
                .orElseThrow();

        assertThat(anah.provinceCode()).isEqualTo("AN");
        assertThat(anah.names()).isEqualTo(new PlaceNames("Anah", "عانة", "عانە"));
    }

    @Test
    void a_code_is_read_in_any_letter_case_and_in_any_locale() {
        assertThat(geography.province("di")).map(Province::code).hasValue("DI");
        assertThat(geography.province("Di")).map(Province::code).hasValue("DI");
        assertThat(geography.province("KR")).isEmpty();
        assertThat(geography.province("")).isEmpty();
    }

    @Test
    void an_address_names_an_area_of_its_own_province() {
        var basra = geography.areas(geography.province("BA").orElseThrow()).getFirst();

        assertThat(geography.locate("ba", basra.id())).isInstanceOf(Located.class);
        assertThat(geography.locate("BG", basra.id())).isEqualTo(new AreaMismatch());
        assertThat(geography.locate("BA", new UUID(0, 0))).isEqualTo(new AreaMismatch());
        assertThat(geography.locate("KR", basra.id())).isEqualTo(new ProvinceUnknown());
    }

    @Test
    void a_place_is_called_as_the_store_speaks() {
        var erbil = geography.province("AR").orElseThrow().names();

        assertThat(erbil.in("ar")).isEqualTo("أربيل");
        assertThat(erbil.in("ckb")).isEqualTo("هەولێر");
        assertThat(erbil.in("en")).isEqualTo("Erbil");
    }

    private List<Area> allAreas() {
        return geography.provinces().stream()
                .flatMap(province -> geography.areas(province).stream())
                .toList();
    }
}
