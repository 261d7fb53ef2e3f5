package iq.sendy.fakes;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificates for {@code shop.example}, from {@code tls.p12}: made with {@code keytool -genkeypair -signer ca}, good for a
 * hundred years but for the one that is not.
 */
public final class Certificates {

    private static final Map<String, SSLContext> SERVERS = new ConcurrentHashMap<>();
    private static final char[] PASSWORD = "changeit".toCharArray();

    /** Read once: a store of keys makes whoever opens it work for its password. */
    private static final class Opened {

        static final KeyStore ALL = all();
    }

    private Certificates() {}

    /** A server with the certificate of that alias: {@code good}, {@code expired}, {@code wrongname} or {@code alone}. */
    public static SSLContext server(String alias) {
        return SERVERS.computeIfAbsent(alias, Certificates::made);
    }

    private static SSLContext made(String alias) {
        try {
            var all = Opened.ALL;
            var one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            one.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
            var keys = KeyManagerFactory.getInstance("PKIX");
            keys.init(one, PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A client that trusts their authority, and nobody else. */
    public static SSLContext client() {
        try {
            var authority = KeyStore.getInstance("PKCS12");
            authority.load(null, null);
            authority.setCertificateEntry("ca", Opened.ALL.getCertificate("ca"));
            var trust = TrustManagerFactory.getInstance("PKIX");
            trust.init(authority);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static KeyStore all() {
        try (var file = Objects.requireNonNull(Certificates.class.getResourceAsStream("/tls.p12"))) {
            var all = KeyStore.getInstance("PKCS12");
            all.load(file, PASSWORD);
            return all;
        } catch (GeneralSecurityException | IOException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
