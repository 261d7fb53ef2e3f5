package iq.sendy.platform.database;

import iq.sendy.platform.settings.DataHome;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The environment of contract section 14 that says where data lives. */
@Component
public class DatabaseSettings {

    private final Path dataDirectory;
    private final @Nullable String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private final @Nullable String runtimeUser;
    private final @Nullable String runtimePassword;

    DatabaseSettings(
            DataHome dataHome,
            @Value("${sendy.database.url:}") String url,
            @Value("${sendy.database.user:}") String user,
            @Value("${sendy.database.password:}") String password,
            @Value("${sendy.database.runtime.user:}") String runtimeUser,
            @Value("${sendy.database.runtime.password:}") String runtimePassword) {
        this.dataDirectory = dataHome.directory();
        this.url = given(url);
        this.user = given(user);
        this.password = given(password);
        this.runtimeUser = given(runtimeUser);
        this.runtimePassword = given(runtimePassword);
    }

    /** Whether the driver can read where it leads; whether somebody answers there is another question. */
    public static boolean isUrl(String url) {
        return url.startsWith("jdbc:postgresql:") && Driver.parseURL(url, null) != null;
    }

    public boolean embedded() {
        return url == null;
    }

    /** The embedded database and generated keys; with an external database nothing is written here. */
    public Path dataDirectory() {
        return dataDirectory;
    }

    String url() {
        if (url == null) {
            throw new IllegalStateException("No external database is set");
        }
        return url;
    }

    PostgresAccess.Login owner() {
        return new PostgresAccess.Login(user == null ? "" : user, password == null ? "" : password);
    }

    @Nullable
    String runtimeUser() {
        return runtimeUser;
    }

    @Nullable
    String runtimePassword() {
        return runtimePassword;
    }

    private static @Nullable String given(String value) {
        return value.isBlank() ? null : value.strip();
    }
}
