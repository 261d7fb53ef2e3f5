package iq.sendy.messaging.web;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.CredentialLookup;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.api.Violation;
import iq.sendy.platform.pages.PageCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** What the pages of the inbox show and are no pages: the live stream, and media, for whoever has the session's cookie. */
@PageController
class InboxFileController {

    private final StreamSending stream;
    private final MediumSending media;
    private final CredentialLookup credentialLookup;
    private final PageCookies cookies;

    InboxFileController(
            StreamSending stream, MediumSending media, CredentialLookup credentialLookup, PageCookies cookies) {
        this.stream = stream;
        this.media = media;
        this.credentialLookup = credentialLookup;
        this.cookies = cookies;
    }

    @GetMapping("/app/inbox/stream")
    @Allows(permission = StreamSending.PERMISSION)
    void stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        stream.send(caller, lastEventId, () -> again(request), request, response);
    }

    private Caller again(HttpServletRequest request) {
        var session = cookies.session(request)
                .orElseThrow(() -> new RequestRejected(HttpStatus.UNAUTHORIZED, Violation.of("auth.required")));
        return credentialLookup.bySession(session);
    }

    @GetMapping("/app/inbox/{id}/media/{mediaId}")
    @Allows(permission = "conversations.view")
    void medium(
            @PathVariable("id") UUID id,
            @PathVariable("mediaId") UUID mediaId,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        media.show(id, mediaId, caller, request, response);
    }
}
