package iq.sendy.access.web;

import iq.sendy.access.ApiKeyView;
import iq.sendy.access.ApiKeys;
import iq.sendy.access.CreateApiKey;
import iq.sendy.access.CreatedApiKey;
import iq.sendy.access.Scope;
import iq.sendy.access.ScopeNotHeld;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.ShowsSecret;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.Body;
import iq.sendy.platform.body.Bound;
import iq.sendy.platform.body.Example;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Size;
import iq.sendy.platform.body.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** API keys of programs. */
@StoreController
class ApiKeyController {

    private final ApiKeys apiKeys;

    ApiKeyController(ApiKeys apiKeys) {
        this.apiKeys = apiKeys;
    }

    @RefusedWith(code = "scope.unknown")
    record NewKey(
            @Required @Text(Text.NAME) @Example("\"متجري على الويب\"")
            String name,

            @Required @Size(min = 1, max = 100) @Text(Text.REFERENCE) @Example("[\"orders:read\", \"orders:write\"]")
            List<String> scopes) {}

    /** A new key, with the whole of it this once. */
    record NewKeyBody(
            UUID id,
            String keyId,
            String name,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt,
            String apiKey) {

        static NewKeyBody of(CreatedApiKey made) {
            var key = made.key();
            return new NewKeyBody(
                    key.id(),
                    key.keyId(),
                    key.name(),
                    key.scopes(),
                    key.createdAt(),
                    key.lastUsedAt(),
                    key.revokedAt(),
                    made.apiKey());
        }

        @Override
        public String toString() {
            return keyId;
        }
    }

    @GetMapping("/api-keys")
    @Allows(permission = "api_keys.view", scope = "keys:read")
    @Describes("List the store's keys, newest first, revoked ones too")
    Answer<Page<ApiKeyView>> list(Paging paging, Caller caller) {
        return Answer.ok("key.listed", apiKeys.list(caller.store(), paging));
    }

    @ShowsSecret
    @PostMapping("/api-keys")
    @Allows(permission = "api_keys.manage", scope = "keys:write")
    @Describes(value = "Make a key; the answer alone has the whole of it", refuses = ScopeNotHeld.class)
    Answer<NewKeyBody> create(@Body Bound<NewKey> bound, Caller caller, HttpServletRequest request) {
        var scopes = known(bound.value().scopes(), bound.problems());
        var body = bound.valid();
        for (var scope : scopes) {
            if (!scope.isHeldBy(caller)) {
                return Answer.refused(new ScopeNotHeld(scope.name()));
            }
        }
        var command = new CreateApiKey(
                caller.store(),
                Actor.of(caller, request.getRemoteAddr()),
                body.name(),
                scopes.stream().map(Scope::name).toList());
        return Answer.ok("key.created", NewKeyBody.of(apiKeys.create(command)));
    }

    @PostMapping("/api-keys/{id}/revoke")
    @Allows(permission = "api_keys.manage", scope = "keys:write")
    @Describes("Revoke a key for good, from the next request; it is answered a second time too")
    Answer<ApiKeyView> revoke(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        return apiKeys.revoke(caller.store(), Actor.of(caller, request.getRemoteAddr()), id)
                .map(key -> Answer.ok("key.revoked", key))
                .orElseGet(Answer::notFound);
    }

    private static List<Scope> known(@Nullable List<String> words, Violations violations) {
        var known = new LinkedHashMap<String, Scope>();
        if (words == null) {
            return List.of();
        }
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (word == null) {
                continue;
            }
            var scope = Scope.parse(word);
            if (scope.isEmpty()) {
                violations.add("scopes[" + i + "]", "scope.unknown");
            } else {
                known.put(scope.get().name(), scope.get());
            }
        }
        return List.copyOf(known.values());
    }
}
