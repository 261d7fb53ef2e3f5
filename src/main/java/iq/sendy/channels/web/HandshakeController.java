package iq.sendy.channels.web;

import iq.sendy.channels.ChannelAddresses;
import iq.sendy.channels.Handshakes;
import iq.sendy.channels.ProveWebHook;
import iq.sendy.channels.model.AccountIds;
import iq.sendy.kernel.StoreId;
import iq.sendy.meta.ChannelType;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.PublicController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.tenancy.CurrentTenant;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The handshake of Meta, which proves that the address of a web hook is ours. */
@PublicController(value = ChannelAddresses.PATH, counted = false)
class HandshakeController {

    private static final int LONGEST_TOKEN = 200;
    private static final int LONGEST_CHALLENGE = 128;

    private final Handshakes handshakes;

    HandshakeController(Handshakes handshakes) {
        this.handshakes = handshakes;
    }

    @GetMapping("/{channel}")
    @Describes(
            value = "Answer Meta's challenge, if it names the verify token of a channel",
            refuses = ProveWebHook.Result.class,
            answers = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> shake(@PathVariable String channel, HttpServletRequest request) {
        var type = Arrays.stream(ChannelType.values())
                .filter(known -> ChannelAddresses.word(known).equals(channel))
                .findFirst()
                .orElseThrow(RequestRejected::notFound);
        var challenge = one(request, "hub.challenge").filter(HandshakeController::mayBeRepeated);
        var token = one(request, "hub.verify_token").filter(typed -> typed.length() <= LONGEST_TOKEN);
        var subscribes = one(request, "hub.mode").filter("subscribe"::equals).isPresent();
        if (!subscribes || token.isEmpty() || challenge.isEmpty()) {
            throw rejected(new ProveWebHook.Result.Unknown());
        }
        var command = new ProveWebHook(type, token.get());
        return switch (CurrentTenant.in(StoreId.PLATFORM, () -> handshakes.prove(command))) {
            case ProveWebHook.Result.Proven _ -> repeated(challenge.get());
            case ProveWebHook.Result.Unknown unknown -> throw rejected(unknown);
        };
    }

    /** Nothing that a browser would take for more than a word. */
    private static boolean mayBeRepeated(String challenge) {
        return !challenge.isEmpty()
                && challenge.length() <= LONGEST_CHALLENGE
                && challenge.chars().allMatch(AccountIds::mayHold);
    }

    private static ResponseEntity<String> repeated(String challenge) {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(challenge);
    }

    /** Who gets text cannot get an envelope by the same way. */
    private static RequestRejected rejected(ProveWebHook.Result.Unknown unknown) {
        return new RequestRejected(HttpStatus.valueOf(unknown.declared().status()), unknown.violations());
    }

    private static Optional<String> one(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return values == null || values.length != 1 ? Optional.empty() : Optional.of(values[0]);
    }
}
