package iq.sendy.agent;

import iq.sendy.platform.api.Refusal;
import iq.sendy.platform.api.RefusedWith;
import java.util.UUID;

/** Command to send the draft of a job to its customer. */
public record SendDraft(UUID conversation, UUID job) {

    /** All that can come of it. */
    public sealed interface Result {

        record Queued(UUID message) implements Result {}

        record NoSuchJob() implements Result {}

        /** It was sent, somebody answered otherwise, or it never was a draft. */
        @RefusedWith(status = 409, code = "agent_job.no_draft")
        record NoDraft() implements Result, Refusal {}

        /** Longer than 24 hours since the customer did anything: Meta takes no free text any more. */
        @RefusedWith(status = 409, code = "social.window_closed")
        record DraftTooLate() implements Result, Refusal {}
    }
}
