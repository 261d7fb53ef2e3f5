package iq.sendy.access;

import iq.sendy.kernel.StoreId;
import iq.sendy.platform.audit.Actor;
import java.util.List;

/** Make an API key for these scopes, which the caller has been found to hold. */
public record CreateApiKey(StoreId store, Actor actor, String name, List<String> scopes) {

    public CreateApiKey {
        scopes = List.copyOf(scopes);
    }
}
