package iq.sendy.meta;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.meta.model.GraphVersion;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A version of the Graph API ends, and an operator hears of it before. */
class GraphVersionsTest {

    @Test
    void an_operator_is_told_ninety_days_before() {
        var version = new GraphVersion("v24.0");

        assertThat(version.endsWithin(90, LocalDate.of(2027, 11, 19))).isFalse();
        assertThat(version.endsWithin(90, LocalDate.of(2027, 11, 20))).isTrue();
        assertThat(version.endsWithin(90, LocalDate.of(2029, 1, 1))).isTrue();
    }

    @Test
    void the_versions_of_today_are_far_from_their_end() {
        var today = LocalDate.of(2026, 11, 29);

        assertThat(new GraphVersion("v26.0").endsWithin(90, today)).isFalse();
        assertThat(new GraphVersion("v23.0").endsWithin(90, today)).isFalse();
        assertThat(new GraphVersion("v19.0").endsWithin(90, today)).isTrue();
        assertThat(new GraphVersion("v27.0").endsWithin(90, LocalDate.of(2035, 1, 1)))
                .isFalse();
    }

    @Test
    void a_setting_is_a_version_or_is_refused() {
        assertThat(GraphSettings.isVersion("v26.0")).isTrue();
        assertThat(GraphSettings.isVersion("26.0")).isFalse();
        assertThat(GraphSettings.isVersion("v26")).isFalse();
        assertThat(GraphSettings.isVersion("v26.0/../v1.0")).isFalse();
        assertThat(GraphSettings.areHosts("fbsbx.com, fbcdn.net")).isTrue();
        assertThat(GraphSettings.areHosts("fbsbx.com,")).isFalse();
        assertThat(GraphSettings.areHosts("com")).isFalse();
        assertThat(GraphSettings.areHosts("127.0.0.1")).isFalse();
    }
}
