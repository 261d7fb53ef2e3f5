package iq.sendy.geography.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GazetteerTest {

    private static final String PROVINCE = "BG\tBaghdad\tبغداد\tبەغدا\t";
    private static final String AREA = "38ccfb56-8932-5a6e-82ce-7a20af422dc3\tBG\tMansour\tالمنصور\tمەنسور";

    @Test
    void a_file_that_contradicts_itself_does_not_start() {
        assertThatThrownBy(() -> gazetteer(List.of(PROVINCE, PROVINCE), List.of()))
                .hasMessageContaining("Listed twice");
        assertThatThrownBy(() -> gazetteer(List.of(PROVINCE), List.of(AREA, AREA)))
                .hasMessageContaining("Listed twice");
        assertThatThrownBy(() -> gazetteer(List.of(), List.of(AREA))).hasMessageContaining("No province BG");
        assertThatThrownBy(() -> gazetteer(List.of("BG\tBaghdad\t \tبەغدا\t"), List.of()))
                .hasMessageContaining("without a name");
    }

    private static Gazetteer gazetteer(List<String> provinces, List<String> areas) {
        return Gazetteer.of(withHeader(provinces), withHeader(areas));
    }

    private static List<String> withHeader(List<String> lines) {
        return Stream.concat(Stream.of("header"), lines.stream()).toList();
    }
}
