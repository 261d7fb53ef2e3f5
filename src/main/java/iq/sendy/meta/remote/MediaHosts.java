package iq.sendy.meta.remote;

import iq.sendy.egress.GuardedClient;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Hosts of Meta that have media, and may be shown a token: by https those of its own names, and what the operator opened. */
@Component
class MediaHosts {

    private final List<String> suffixes;
    private final GuardedClient client;

    MediaHosts(
            @Value("${sendy.meta.media.hosts:fbsbx.com,fbcdn.net,whatsapp.net}") String names, GuardedClient client) {
        this.suffixes = Stream.of(names.split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
        this.client = client;
    }

    /** The host is asked of the client that would dial it: readers of addresses do not all read alike. */
    boolean mayHaveToken(String url) {
        return client.isOpened(url) || isOneOfMeta(url);
    }

    private boolean isOneOfMeta(String url) {
        return url.regionMatches(true, 0, "https://", 0, 8)
                && client.host(url).filter(this::isBelow).isPresent();
    }

    private boolean isBelow(String host) {
        return suffixes.stream().anyMatch(suffix -> host.equals(suffix) || host.endsWith("." + suffix));
    }
}
