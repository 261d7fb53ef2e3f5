package iq.sendy.dashboard.inbox;

import iq.sendy.dashboard.DashboardPaths;
import iq.sendy.messaging.ConversationLabel;
import iq.sendy.messaging.ConversationLabels;
import iq.sendy.messaging.ConversationNotes;
import iq.sendy.messaging.ConversationView;
import iq.sendy.messaging.Conversations;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.PageController;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RequestRejected;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.body.FormBinder;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;
import iq.sendy.platform.pages.PageForm;
import iq.sendy.platform.pages.PageReaders;
import iq.sendy.platform.pages.PageRedirect;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What people write on a conversation for one another: notes and labels. */
@PageController
class InboxNoteController {

    private static final String ONE = DashboardPaths.INBOX + "/{conversation}";

    private final ConversationNotes notes;
    private final ConversationLabels labels;
    private final Conversations conversations;
    private final InboxPages pages;
    private final PageReaders readers;

    InboxNoteController(
            ConversationNotes notes,
            ConversationLabels labels,
            Conversations conversations,
            InboxPages pages,
            PageReaders readers) {
        this.notes = notes;
        this.labels = labels;
        this.conversations = conversations;
        this.pages = pages;
        this.readers = readers;
    }

    record NoteForm(@Required @Text(Text.NOTES) String note) {}

    @PostMapping(ONE + "/notes")
    @Allows(permission = "conversations.manage")
    ModelAndView note(
            @PathVariable("conversation") UUID conversation,
            HttpServletRequest request,
            Paging paging,
            Caller caller,
            Actor actor,
            Locale language) {
        var search = InboxSearch.of(request::getParameter);
        var bound = FormBinder.bind(NoteForm.class, request.getParameterMap(), caller.currency());
        if (!bound.problems().isEmpty()) {
            var faults = readers.of(caller, language).faults(bound.problems().faults());
            var form = PageForm.sent(request.getParameterMap()).withFaults(faults);
            var asked = InboxPages.AskedConversation.again(search, form, null, HttpStatus.BAD_REQUEST);
            return pages.conversation(conversation, asked, paging, caller, language);
        }
        if (notes.write(caller.store(), actor, conversation, bound.valid().note())
                .isEmpty()) {
            throw RequestRejected.notFound();
        }
        return PageRedirect.to(search.to(conversation) + "#newest");
    }

    record LabelForm(
            @Required @Text(ConversationLabel.MOST_CHARACTERS)
            String label) {}

    /** One more label. */
    @PostMapping(ONE + "/label")
    @Allows(permission = "conversations.manage")
    ModelAndView label(
            @PathVariable("conversation") UUID conversation, HttpServletRequest request, Caller caller, Actor actor) {
        var search = InboxSearch.of(request::getParameter);
        var present = present(caller, conversation);
        var label = label(request, caller);
        if (label.isEmpty()) {
            return PageRedirect.to(search.with(conversation, "said", "inbox.labelUnfit"));
        }
        if (present.size() == ConversationLabel.MOST) {
            return PageRedirect.to(search.with(conversation, "said", "inbox.labelsFull"));
        }
        replace(caller, actor, conversation, Stream.concat(present.stream(), label.stream()));
        return PageRedirect.to(
                search.with(conversation, InboxDeed.DID, InboxDeed.UndoableDeed.LABELLED.said(label.get())));
    }

    /** One label less. */
    @PostMapping(ONE + "/unlabel")
    @Allows(permission = "conversations.manage")
    ModelAndView unlabel(
            @PathVariable("conversation") UUID conversation, HttpServletRequest request, Caller caller, Actor actor) {
        var search = InboxSearch.of(request::getParameter);
        var present = present(caller, conversation);
        var label = label(request, caller).orElse("");
        var gone = new ConversationLabel(label).folded();
        replace(
                caller,
                actor,
                conversation,
                present.stream()
                        .filter(one -> !new ConversationLabel(one).folded().equals(gone)));
        return PageRedirect.to(search.with(conversation, InboxDeed.DID, InboxDeed.UndoableDeed.UNLABELLED.said(label)));
    }

    /** As it is kept; empty where it is none. */
    private static Optional<String> label(HttpServletRequest request, Caller caller) {
        var bound = FormBinder.bind(LabelForm.class, request.getParameterMap(), caller.currency());
        return bound.problems().isEmpty() ? Optional.of(bound.valid().label()) : Optional.empty();
    }

    private List<String> present(Caller caller, UUID conversation) {
        return conversations
                .find(caller.store(), conversation)
                .map(ConversationView::care)
                .map(ConversationView.StaffCare::labels)
                .orElseThrow(RequestRejected::notFound);
    }

    private void replace(Caller caller, Actor actor, UUID conversation, Stream<String> wanted) {
        var chosen = wanted.map(ConversationLabel::new).toList();
        if (labels.replace(caller.store(), actor, conversation, chosen).isEmpty()) {
            throw RequestRejected.notFound();
        }
    }
}
