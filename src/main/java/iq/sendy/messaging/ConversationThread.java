package iq.sendy.messaging;

import java.util.List;

/** Conversation with what was said in it and about it, the oldest first. */
public record ConversationThread(
        ConversationView conversation, List<MessageView> messages, List<NoteView> notes, List<AgentJobBody> jobs) {

    public ConversationThread {
        messages = List.copyOf(messages);
        notes = List.copyOf(notes);
        jobs = List.copyOf(jobs);
    }
}
