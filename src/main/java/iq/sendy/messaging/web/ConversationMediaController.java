package iq.sendy.messaging.web;

import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.StoreController;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pictures, sounds, films and documents of conversations. */
@StoreController
class ConversationMediaController {

    private final MediumSending sending;

    ConversationMediaController(MediumSending sending) {
        this.sending = sending;
    }

    @GetMapping("/social/conversations/{id}/media/{mediaId}")
    @Allows(permission = "conversations.view", scope = "messaging:read")
    @Describes(
            value = "A picture, sound, film or document of a conversation",
            answers = {"image/jpeg", "image/png", "audio/*", "video/*", "application/octet-stream"})
    void show(
            @PathVariable UUID id,
            @PathVariable UUID mediaId,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        sending.show(id, mediaId, caller, request, response);
    }
}
