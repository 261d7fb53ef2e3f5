package iq.sendy.demo;

import iq.sendy.platform.database.DatabaseSettings;
import iq.sendy.platform.url.PublicUrl;
import iq.sendy.simulator.SimulatedPhones;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The sign-in of the demo's store, for who starts Sendy: beside the embedded database, readable by its owner alone, or else
 * in the log, once.
 */
@Component
class DemoAnnouncement {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAnnouncement.class);
    /** Printed as it is, so that a person can copy from it; the log proper keeps to one line an entry. */
    private static final Logger ANNOUNCEMENT = LoggerFactory.getLogger("sendy.announcement");

    private final String publicUrl;
    private final DatabaseSettings database;
    private final SimulatedPhones phones;

    DemoAnnouncement(PublicUrl publicUrl, DatabaseSettings database, SimulatedPhones phones) {
        this.publicUrl = publicUrl.of("");
        this.database = database;
        this.phones = phones;
    }

    /** Where its customers' phones lie, which are this machine's alone. */
    private String phones() {
        return phones.on()
                ? "Its customers' phones, to write to it: " + publicUrl + "/simulator"
                : "Its customers' phones are off: SENDY_META_SIMULATOR=true";
    }

    /** Whether there is a file for it: with a database of others, their machine is not ours to write on. */
    boolean keepsFile() {
        return database.embedded();
    }

    void keep(String slug, String phone, String password, String apiKey) {
        var block =
                """
                ------------------------------------------------------------
                 The demo store is open.
                   store     %s
                   phone     %s
                   password  %s
                   API key   %s
                 The shop:   %s/s/%s
                 %s
                 Try:
                   curl -H 'X-API-Key: %s' '%s/api/v1/store/integrations/orders?per_page=3'
                 Read and try the API: %s/docs
                ------------------------------------------------------------
                """.formatted(slug, phone, password, apiKey, publicUrl, slug, phones(), apiKey, publicUrl, publicUrl);
        if (!database.embedded()) {
            ANNOUNCEMENT.info(block);
            return;
        }
        try {
            var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
            Files.deleteIfExists(file());
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var channel = Files.newByteChannel(file(), options, mode)) {
                channel.write(StandardCharsets.UTF_8.encode(block));
            }
        } catch (IOException failed) {
            LOG.warn("The demo's sign-in could not be kept: {}", failed.getMessage());
            ANNOUNCEMENT.info(block);
        }
    }

    void show() {
        try {
            if (database.embedded() && Files.exists(file())) {
                ANNOUNCEMENT.info(Files.readString(file()));
            }
        } catch (IOException failed) {
            LOG.warn("The demo's sign-in cannot be read: {}", failed.getMessage());
        }
    }

    private Path file() {
        return database.dataDirectory().resolve("demo.txt");
    }
}
