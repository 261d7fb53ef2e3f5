package iq.sendy.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCodingsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"gzip", "GZIP", "deflate, gzip;q=1.0, *;q=0.5", "br,gzip", "gzip; q=0.001", " gzip ,", "gzip;"})
    void gzip_is_read(String accepted) {
        assertThat(ContentCodings.readsGzip(accepted)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "identity", "*", "gzip;q=0", "br, gzip; q=0.000", "gzipped", "x gzip", ";gzip"})
    void gzip_is_not_read(String accepted) {
        assertThat(ContentCodings.readsGzip(accepted)).isFalse();
    }

    @Test
    void who_says_nothing_reads_what_is_not_packed() {
        assertThat(ContentCodings.readsGzip(null)).isFalse();
        assertThat(ContentCodings.readsGzip(",".repeat(8_000))).isFalse();
    }
}
