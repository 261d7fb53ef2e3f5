package bench;

import iq.sendy.SendyApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A second Sendy, in this JVM and on the measured one's PostgreSQL: its insides can be watched and changed. */
final class Beside {

    interface Doing<T> {
        T with(ConfigurableApplicationContext sendy, int port) throws Exception;
    }

    private Beside() {}

    static <T> T run(Server server, ApplicationContextInitializer<ConfigurableApplicationContext> before, Doing<T> doing)
            throws IOException, SQLException {
        // The measured Sendy has migrated and has no more use for its owner's password.
        var owner = UUID.randomUUID().toString();
        server.told("alter role sendy_owner password '" + owner + "'");
        var application = new SpringApplication(SendyApplication.class);
        application.addInitializers(before);
        application.setRegisterShutdownHook(false);
        try (var context = application.run(
                "--sendy.database.url=" + server.databaseUrl(),
                "--sendy.database.user=sendy_owner",
                "--sendy.database.password=" + owner,
                "--sendy.secret.key=" + Files.readString(server.data("secret.key")).strip(),
                "--sendy.ratelimit.enabled=false",
                "--sendy.demo=false",
                "--sendy.jobs.enabled=false",
                "--sendy.egress.allow=127.0.0.1/32",
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.server.port=0",
                "--logging.level.root=warn")) {
            return doing.with(context, ((WebServerApplicationContext) context).getWebServer().getPort());
        } catch (IOException | SQLException | RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
