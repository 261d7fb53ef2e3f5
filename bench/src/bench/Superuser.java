package bench;

import iq.sendy.platform.database.UnixSocketFactory;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;

/** The way of the embedded database's superuser: by the service file in the data directory, as {@code bin/db} goes it. */
final class Superuser {

    private Superuser() {}

    static Connection of(Path dataDirectory) throws IOException, SQLException {
        var said = new HashMap<String, String>();
        for (var line : Files.readAllLines(dataDirectory.resolve("postgres.service"))) {
            var parts = line.split("=", 2);
            if (parts.length == 2) {
                said.put(parts[0], parts[1]);
            }
        }
        var socket = said.get("host") + "/.s.PGSQL." + said.get("port");
        var url = "jdbc:postgresql://localhost/" + said.get("dbname") + "?sslmode=disable&gssEncMode=disable&socketFactory="
                + UnixSocketFactory.class.getName() + "&socketFactoryArg="
                + URLEncoder.encode(socket, StandardCharsets.UTF_8);
        return DriverManager.getConnection(url, said.get("user"), said.get("password"));
    }
}
