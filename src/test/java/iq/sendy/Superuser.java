package iq.sendy;

import iq.sendy.platform.database.UnixSocketFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The way of an embedded database's superuser, as {@code bin/db} goes it: by the service file in the data directory. */
public final class Superuser {

    private Superuser() {}

    /** For the driver, with all that it needs to sign in. */
    public static String url(Path dataDirectory) {
        try (var lines = Files.lines(dataDirectory.resolve("postgres.service"))) {
            var said = lines.filter(line -> line.contains("="))
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(part -> part[0], part -> part[1]));
            Function<String, String> encoded =
                    name -> URLEncoder.encode(String.valueOf(said.get(name)), StandardCharsets.UTF_8);
            var socket = said.get("host") + "/.s.PGSQL." + said.get("port");
            return "jdbc:postgresql://localhost/" + said.get("dbname") + "?user=" + encoded.apply("user")
                    + "&password=" + encoded.apply("password") + "&sslmode=disable&gssEncMode=disable&socketFactory="
                    + UnixSocketFactory.class.getName() + "&socketFactoryArg="
                    + URLEncoder.encode(socket, StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
