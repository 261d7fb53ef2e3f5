package iq.sendy.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import iq.sendy.platform.database.StorageMeters.DiskWatch;
import java.io.File;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class StorageMetersTest {

    @Test
    void a_disk_that_gets_full_is_told_once_and_so_is_its_room() {
        var log = new ListAppender<ILoggingEvent>();
        log.start();
        var logger = (Logger) LoggerFactory.getLogger(StorageMeters.class);
        logger.addAppender(log);
        try {
            var watch = new DiskWatch(new File("/srv/sendy"), true);
            for (var free : new long[] {9_000, 511, 100, 0, 600, 700, 300}) {
                watch.judge(free << 20);
            }
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .satisfiesExactly(
                        low -> assertThat(low).contains("SENDY_DATA_DIR", "/srv/sendy", "511 MiB"),
                        room -> assertThat(room).contains("room again", "600 MiB"),
                        low -> assertThat(low).contains("300 MiB"));
    }
}
