package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.store.NoteStore;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.ids.UuidGenerator;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Internal notes: what the people of a store tell one another about a conversation. */
@Service
public class ConversationNotes {

    private final ConversationChange change;
    private final NoteStore notes;
    private final UuidGenerator uuidGenerator;
    private final Clock clock;

    ConversationNotes(ConversationChange change, NoteStore notes, UuidGenerator uuidGenerator, Clock clock) {
        this.change = change;
        this.notes = notes;
        this.uuidGenerator = uuidGenerator;
        this.clock = clock;
    }

    /** Empty when there is no such conversation. The audit log says that something was noted, and not what. */
    @Transactional
    public Optional<NoteView> write(StoreId store, Actor actor, UUID conversation, String text) {
        return change.lock(store, conversation).map(_ -> {
            var author = new NoteView.NoteAuthor(actor.kind(), actor.id(), actor.name());
            var note = new NoteView(uuidGenerator.next(), text, author, clock.instant());
            change.written(
                    store,
                    actor,
                    new Audit.Change(
                            "conversation.noted", "conversation", conversation, null, Map.of("noteId", note.id())),
                    conversation,
                    List.of(notes.insert(store, conversation, note)));
            return note;
        });
    }
}
