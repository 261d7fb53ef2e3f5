package iq.sendy;

import static iq.sendy.Allowed.whole;

import iq.sendy.kernel.Phone;
import iq.sendy.meta.GraphSettings;
import iq.sendy.platform.database.DatabaseSettings;
import iq.sendy.platform.url.PublicUrl;
import java.time.Duration;
import java.util.Optional;

/**
 * Every setting of an operator: an environment variable, or an argument by the name of its property. What is wrong with its
 * value is known before anything is opened. {@code docs/settings.md} says what each means, and a test holds the two together.
 */
@SuppressWarnings("ImmutableEnumChecker") // What is allowed is only asked.
enum Setting {
    SERVER_PORT("server.port", "8080", Allowed.PORT),
    SERVER_ADDRESS("server.address", "", Allowed.ADDRESS),
    SERVER_FORWARD_HEADERS_STRATEGY(
            "server.forward-headers-strategy", "none", Allowed.oneOf("none", "native", "framework")),
    SENDY_PROXIES("sendy.proxies", "", Allowed.PROXIES),
    SENDY_CONNECTIONS_PER_NETWORK("sendy.connections.per.network", "2048", whole(1, 1_000_000)),
    SENDY_PUBLIC_URL(
            "sendy.public.url",
            "http://localhost:${server.port}",
            new Allowed("an address like https://shop.example, without user, query and fragment", PublicUrl::isOne)),

    SENDY_MANAGEMENT_PORT("sendy.management.port", "", Allowed.PORT),
    SENDY_MANAGEMENT_TOKEN("sendy.management.token", "", Allowed.SECRET),
    MANAGEMENT_SERVER_ADDRESS("management.server.address", "127.0.0.1", Allowed.ADDRESS),

    SENDY_DATA_DIR("sendy.data.dir", "", Allowed.PRIVATE_DIRECTORY),
    SENDY_POSTGRES_BIN("sendy.postgres.bin", "", Allowed.PROGRAMS),
    SENDY_DATABASE_URL(
            "sendy.database.url",
            "",
            new Allowed("a JDBC URL like jdbc:postgresql://host:5432/database", DatabaseSettings::isUrl).hidden()),
    SENDY_DATABASE_USER("sendy.database.user", "", Allowed.ROLE),
    SENDY_DATABASE_PASSWORD("sendy.database.password", "", Allowed.PASSWORD),
    SENDY_DATABASE_RUNTIME_USER("sendy.database.runtime.user", "", Allowed.ROLE),
    SENDY_DATABASE_RUNTIME_PASSWORD("sendy.database.runtime.password", "", Allowed.PASSWORD),
    SENDY_DATABASE_POOL("sendy.database.pool", "16", whole(1, 1_000)),
    SENDY_DATABASE_DURABLE("sendy.database.durable", "true", Allowed.FLAG),

    SENDY_SECRET_KEY("sendy.secret.key", "", Allowed.SECRET),
    SENDY_ADMIN_PHONE(
            "sendy.admin.phone",
            "",
            new Allowed(
                            "an Iraqi mobile number like 0770 123 4567",
                            typed -> Phone.parse(typed).isPresent())
                    .hidden()),
    SENDY_ADMIN_PASSWORD("sendy.admin.password", "", Allowed.PASSWORD),
    SENDY_DEMO("sendy.demo", "", Allowed.FLAG),
    SENDY_OTP_LOG("sendy.otp.log", "", Allowed.FLAG),
    SENDY_META_SIMULATOR("sendy.meta.simulator", "", Allowed.FLAG),

    SENDY_META_APP_SECRET("sendy.meta.app.secret", "", Allowed.APP_SECRET),

    SENDY_EGRESS_ALLOW("sendy.egress.allow", "", Allowed.NETWORKS),
    SENDY_DNS_SERVERS("sendy.dns.servers", "", Allowed.SERVERS),
    SENDY_GRAPH_URL("sendy.graph.url", "https://graph.facebook.com", Allowed.SERVER),
    SENDY_INSTAGRAM_GRAPH_URL("sendy.instagram.graph.url", "https://graph.instagram.com", Allowed.SERVER),
    SENDY_GRAPH_VERSION("sendy.graph.version", "v26.0", new Allowed("a version like v26.0", GraphSettings::isVersion)),
    SENDY_META_MEDIA_HOSTS(
            "sendy.meta.media.hosts",
            "fbsbx.com,fbcdn.net,whatsapp.net",
            new Allowed("names of hosts like fbcdn.net, separated by commas", GraphSettings::areHosts)),
    SENDY_OPENAI_URL("sendy.openai.url", "https://api.openai.com/v1", Allowed.SERVER),
    SENDY_OPENAI_KEY("sendy.openai.key", "", Allowed.PROVIDER_KEY),
    SENDY_ANTHROPIC_URL("sendy.anthropic.url", "https://api.anthropic.com", Allowed.SERVER),
    SENDY_ANTHROPIC_KEY("sendy.anthropic.key", "", Allowed.PROVIDER_KEY),
    /** Nothing is sent in the last five seconds of a lease, and it is renewed when a sixth of it is over. */
    SENDY_WEBHOOKS_LEASE("sendy.webhooks.lease", "60s", Allowed.time(Duration.ofSeconds(8), Duration.ofHours(1))),
    SENDY_JOBS_ENABLED("sendy.jobs.enabled", "true", Allowed.FLAG),
    SENDY_JOBS_SLOTS("sendy.jobs.slots", "256", whole(1, 100_000)),
    SENDY_JOBS_LOOK_MS("sendy.jobs.look.ms", "50", whole(10, 10_000)),
    SENDY_JOBS_POOL("sendy.jobs.pool", "14", whole(1, 1_000)),

    SENDY_STREAMS_OF_CALLER("sendy.streams.of.caller", "20", whole(1, 100_000)),
    SENDY_STREAMS_OF_STORE("sendy.streams.of.store", "500", whole(1, 100_000)),
    SENDY_STREAMS_IN_ALL("sendy.streams.in.all", "4000", whole(1, 100_000)),
    SENDY_INBOX_MEDIA_MEBIBYTES("sendy.inbox.media.mebibytes", "5120", whole(1, 1_000_000)),
    SENDY_INBOX_FILES_MEBIBYTES("sendy.inbox.files.mebibytes", "5120", whole(1, 1_000_000)),

    SENDY_AGENT_DEBOUNCE_MS("sendy.agent.debounce.ms", "2500", whole(0, 10_000)),

    SENDY_RATELIMIT_ENABLED("sendy.ratelimit.enabled", "true", Allowed.FLAG),
    SENDY_RATELIMIT_KEY_PER_MINUTE("sendy.ratelimit.key-per-minute", "600", whole(1, 1_000_000)),
    SENDY_RATELIMIT_USER_PER_MINUTE("sendy.ratelimit.user-per-minute", "600", whole(1, 1_000_000)),
    SENDY_RATELIMIT_NETWORK_PER_MINUTE("sendy.ratelimit.network-per-minute", "60", whole(1, 1_000_000)),
    SENDY_RATELIMIT_CPU_MILLIS_PER_MINUTE("sendy.ratelimit.cpu-millis-per-minute", "30000", whole(1, 1_000_000_000));

    private final String property;
    private final String standard;
    private final Allowed allowed;

    /**
     * One of them.
     *
     * @param property its name as an argument
     * @param standard what it is where nobody says; empty where that depends on others, or is nothing
     */
    Setting(String property, String standard, Allowed allowed) {
        this.property = property;
        this.standard = standard;
        this.allowed = allowed;
    }

    String property() {
        return property;
    }

    String standard() {
        return standard;
    }

    Allowed allowed() {
        return allowed;
    }

    /** The line that refuses a value; empty for one that may be. */
    Optional<String> refusal(String value) {
        if (allowed.holds().test(value.strip())) {
            return Optional.empty();
        }
        return Optional.of(name() + " must be " + allowed.words() + (allowed.shown() ? ", not " + brief(value) : ""));
    }

    private static String brief(String value) {
        return value.length() > 100 ? value.substring(0, 100) + "…" : value;
    }
}
