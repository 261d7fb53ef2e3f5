package iq.sendy.platform.url;

import java.net.URI;
import java.net.URISyntaxException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The address under which people reach this Sendy, and which all links that it hands out begin with. */
@Component
public class PublicUrl {

    private final String url;

    public PublicUrl(@Value("${sendy.public.url:http://localhost:${server.port}}") String url) {
        var end = url.strip().length();
        while (end > 0 && url.strip().charAt(end - 1) == '/') {
            end--;
        }
        this.url = url.strip().substring(0, end);
    }

    /** Whether it can be the beginning of links: with http or https and a host, and nothing that a path cannot follow. */
    public static boolean isOne(String text) {
        try {
            var url = new URI(text);
            var scheme = String.valueOf(url.getScheme());
            return (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getQuery() == null
                    && url.getFragment() == null;
        } catch (URISyntaxException other) {
            return false;
        }
    }

    /** Whether it is this Sendy's own host, in lower case. */
    public boolean isHost(String host) {
        return host.equalsIgnoreCase(URI.create(url).getHost());
    }

    /** The whole address of a path, which begins with a slash. */
    public String of(String path) {
        return url + path;
    }

    /** Whether an address leads below a path of this Sendy, be it https or not. */
    public boolean leadsBelow(String path, String address) {
        return address.startsWith(of(path))
                && address.length() > of(path).length()
                && address.substring(of(path).length())
                        .chars()
                        .allMatch(c -> c > ' ' && c <= '~' && "\"<>\\`".indexOf(c) < 0);
    }
}
