package iq.sendy.meta.remote;

import iq.sendy.meta.ChannelType;
import iq.sendy.meta.GraphAccount;
import iq.sendy.meta.GraphHosts;
import iq.sendy.meta.InstagramLogin;
import iq.sendy.meta.model.GraphVersion;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Which server has an account, and the version that is spoken with it. */
@Component
public class GraphServers {

    private static final Logger LOG = LoggerFactory.getLogger(GraphServers.class);

    private static final int WARNING_DAYS = 90;

    private final String facebook;
    private final String instagram;
    private final GraphVersion version;
    private final ObjectProvider<GraphHosts> others;

    GraphServers(
            @Value("${sendy.graph.url:https://graph.facebook.com}") String facebook,
            @Value("${sendy.instagram.graph.url:https://graph.instagram.com}") String instagram,
            @Value("${sendy.graph.version:v26.0}") String version,
            ObjectProvider<GraphHosts> others,
            Clock clock) {
        this.facebook = withoutSlashes(facebook);
        this.instagram = withoutSlashes(instagram);
        this.version = new GraphVersion(version.strip());
        this.others = others;
        warn(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private void warn(LocalDate today) {
        if (version.endsWithin(WARNING_DAYS, today)) {
            LOG.warn(
                    "Meta answers to version {} of its Graph API until {} at least, and perhaps no longer: "
                            + "set SENDY_GRAPH_VERSION to a later one",
                    version.name(),
                    version.end().map(LocalDate::toString).orElse("today"));
        }
    }

    /** The day on which Meta ends the version, as far as this program knows. */
    public Optional<LocalDate> versionEnd() {
        return version.end();
    }

    /** What the addresses of all calls for the account begin with. */
    String base(GraphAccount account) {
        var hosts = others.getIfAvailable();
        var other = hosts == null
                ? null
                : hosts.of(account.type(), account.accountId())
                        .map(URI::toString)
                        .orElse(null);
        if (other != null) {
            return withoutSlashes(other);
        }
        return account.type() == ChannelType.INSTAGRAM && account.login() == InstagramLogin.INSTAGRAM
                ? instagram
                : facebook;
    }

    /** The same with the version behind it. */
    String versioned(GraphAccount account) {
        return base(account) + "/" + version.name();
    }

    private static String withoutSlashes(String url) {
        var end = url.strip().length();
        while (end > 0 && url.strip().charAt(end - 1) == '/') {
            end--;
        }
        return url.strip().substring(0, end);
    }
}
