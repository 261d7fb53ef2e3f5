package iq.sendy.platform.web;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.api.PublicStorePath;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The store that a stranger's request visits by its path; the platform itself where it visits none. */
@Component
public class VisitedStores {

    private final ObjectProvider<PublicStorePath> paths;

    VisitedStores(ObjectProvider<PublicStorePath> paths) {
        this.paths = paths;
    }

    public StoreId of(HttpServletRequest request) {
        var path = request.getServletPath();
        return paths.stream()
                .filter(each -> path.startsWith(each.prefix() + "/"))
                .findFirst()
                .flatMap(each -> visited(each, path.substring(each.prefix().length() + 1)))
                .orElse(StoreId.PLATFORM);
    }

    private static Optional<StoreId> visited(PublicStorePath below, String rest) {
        var end = rest.indexOf('/');
        return below.store(end < 0 ? rest : rest.substring(0, end));
    }
}
