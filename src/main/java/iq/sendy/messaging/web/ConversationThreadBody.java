package iq.sendy.messaging.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import iq.sendy.messaging.AgentJobBody;
import iq.sendy.messaging.ConversationBody;
import iq.sendy.messaging.ConversationThread;
import iq.sendy.messaging.MessageBody;
import iq.sendy.messaging.NoteView;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A conversation alone, with what was said in it, what the store's people noted and what the agent did: contract section 15. */
record ConversationThreadBody(
        @JsonUnwrapped ConversationBody conversation,
        List<MessageBody> messages,
        List<NoteView> notes,
        List<AgentJobBody> jobs) {

    static ConversationThreadBody of(ConversationThread thread, Function<String, @Nullable String> explanations) {
        return new ConversationThreadBody(
                ConversationBody.of(thread.conversation()),
                thread.messages().stream()
                        .map(message -> MessageBody.of(message, explanations))
                        .toList(),
                thread.notes(),
                thread.jobs());
    }
}
