package iq.sendy.messaging.web;

import iq.sendy.messaging.ContactErasure;
import iq.sendy.messaging.ContactExport;
import iq.sendy.messaging.ContactQuotes.ExportedQuote;
import iq.sendy.messaging.ExportedContact;
import iq.sendy.messaging.ExportedIdentity;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.audit.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Contacts as persons who may ask what is known of them, and have it erased. */
@StoreController
class ContactController {

    private final ContactExport exports;
    private final ContactErasure erasure;
    private final FailureWords failures;

    ContactController(ContactExport exports, ContactErasure erasure, FailureWords failures) {
        this.exports = exports;
        this.erasure = erasure;
        this.failures = failures;
    }

    record ContactExportBody(
            UUID id,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String phoneProof,
            List<ExportedIdentity> identities,
            List<ConversationThreadBody> conversations,
            List<ExportedQuote> quotes,
            Instant createdAt) {

        static ContactExportBody of(ExportedContact contact, Function<String, @Nullable String> explanations) {
            return new ContactExportBody(
                    contact.id(),
                    contact.name(),
                    contact.phone(),
                    contact.phoneProof(),
                    contact.identities(),
                    contact.conversations().stream()
                            .map(thread -> ConversationThreadBody.of(thread, explanations))
                            .toList(),
                    contact.quotes(),
                    contact.createdAt());
        }
    }

    @GetMapping("/social/contacts/{id}/export")
    @Allows(permission = "conversations.view", scope = "messaging:read")
    @Describes("All that the inbox holds of a contact")
    Answer<ContactExportBody> export(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        return exports.export(caller.store(), id)
                .map(contact -> Answer.ok("contact.exported", ContactExportBody.of(contact, failures.in(request))))
                .orElseGet(Answer::notFound);
    }

    @DeleteMapping("/social/contacts/{id}")
    @Allows(permission = "conversations.manage", scope = "messaging:write")
    @Describes("Erase a contact, with all that was said")
    Answer<Void> erase(@PathVariable UUID id, Caller caller, Actor actor) {
        return erasure.erase(caller.store(), actor, id) ? Answer.ok("contact.erased", null) : Answer.notFound();
    }
}
