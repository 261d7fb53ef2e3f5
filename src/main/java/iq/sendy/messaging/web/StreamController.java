package iq.sendy.messaging.web;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.CredentialRecheck;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.Text;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The live stream of the inbox, for programs and apps. */
@StoreController
class StreamController {

    private final StreamSending sending;
    private final CredentialRecheck credentialRecheck;

    StreamController(StreamSending sending, CredentialRecheck credentialRecheck) {
        this.sending = sending;
        this.credentialRecheck = credentialRecheck;
    }

    record StreamQuery(@Text(Text.REFERENCE) @Nullable String lastEventId) {}

    @GetMapping("/social/stream")
    @Allows(permission = StreamSending.PERMISSION, scope = StreamSending.SCOPE)
    @Describes(value = "What happens in the inbox, as it happens", answers = EventStream.TYPE)
    void stream(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            @QueryParameters StreamQuery query,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws InterruptedException {
        var seen = lastEventId == null || lastEventId.isBlank() ? query.lastEventId() : lastEventId;
        sending.send(caller, seen, () -> credentialRecheck.again(request), request, response);
    }
}
