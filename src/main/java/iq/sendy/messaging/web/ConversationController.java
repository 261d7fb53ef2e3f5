package iq.sendy.messaging.web;

import iq.sendy.kernel.Uuids;
import iq.sendy.messaging.ConversationBody;
import iq.sendy.messaging.ConversationFilter;
import iq.sendy.messaging.ConversationFilter.Assignee;
import iq.sendy.messaging.ConversationLabels;
import iq.sendy.messaging.ConversationSort;
import iq.sendy.messaging.ConversationStatus;
import iq.sendy.messaging.Conversations;
import iq.sendy.messaging.LabelCount;
import iq.sendy.messaging.SnoozeFilter;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.api.RefusedWith;
import iq.sendy.platform.api.StoreController;
import iq.sendy.platform.api.Violations;
import iq.sendy.platform.body.CrossFieldRules;
import iq.sendy.platform.body.QueryParameters;
import iq.sendy.platform.body.Text;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The inbox as it is read: conversations listed, searched and shown, and the labels that they carry. */
@StoreController
class ConversationController {

    private static final String NOBODY = "none";

    private final Conversations conversations;
    private final FailureWords failures;
    private final ConversationLabels labels;

    ConversationController(Conversations conversations, ConversationLabels labels, FailureWords failures) {
        this.failures = failures;
        this.conversations = conversations;
        this.labels = labels;
    }

    /** @param assignedUserId the id of a member, or {@code none} */
    @RefusedWith(code = "filter.invalid")
    record ConversationFilterQuery(
            @Nullable List<ConversationStatus> status,
            @Nullable UUID channelId,
            @Text(Text.NAME) @Nullable String q,
            @Text(Text.REFERENCE) @Nullable String assignedUserId,
            @Text(Text.REFERENCE) @Nullable List<String> label,
            @Nullable Boolean unread,
            @Nullable SnoozeFilter snoozed,
            @Nullable ConversationSort sort)
            implements CrossFieldRules {

        @Override
        public void check(Violations violations) {
            if (assignedUserId != null
                    && !NOBODY.equalsIgnoreCase(assignedUserId)
                    && Uuids.parse(assignedUserId).isEmpty()) {
                violations.add("assignedUserId", "filter.invalid", "assignedUserId");
            }
        }

        private @Nullable Assignee assignee() {
            if (assignedUserId == null) {
                return null;
            }
            return Uuids.parse(assignedUserId)
                    .<Assignee>map(Assignee.Member::new)
                    .orElseGet(Assignee.Nobody::new);
        }

        ConversationFilter wanted() {
            return new ConversationFilter(
                    Objects.requireNonNullElse(status, List.of()),
                    channelId,
                    q,
                    assignee(),
                    Objects.requireNonNullElse(label, List.of()),
                    unread,
                    snoozed);
        }

        ConversationSort order() {
            return Objects.requireNonNullElse(sort, ConversationSort.CREATED_AT);
        }
    }

    @GetMapping("/social/conversations")
    @Allows(permission = "conversations.view", scope = "messaging:read")
    @Describes(
            "List the conversations, newest first or as sort says, which with waiting leaves out those that do not wait; "
                    + "what is snoozed is left out unless it is asked for")
    Answer<Page<ConversationBody>> list(@QueryParameters ConversationFilterQuery filter, Paging paging, Caller caller) {
        return Answer.ok(
                "conversation.listed",
                conversations
                        .list(caller.store(), filter.wanted(), filter.order(), paging)
                        .map(ConversationBody::of));
    }

    @GetMapping("/social/conversations/{id}")
    @Allows(permission = "conversations.view", scope = "messaging:read")
    @Describes("One conversation with all its messages and notes, oldest first")
    Answer<ConversationThreadBody> get(@PathVariable UUID id, Caller caller, HttpServletRequest request) {
        return conversations
                .thread(caller.store(), id)
                .map(thread -> Answer.ok("conversation.found", ConversationThreadBody.of(thread, failures.in(request))))
                .orElseGet(Answer::notFound);
    }

    @GetMapping("/social/labels")
    @Allows(permission = "conversations.view", scope = "messaging:read")
    @Describes("The labels of conversations in alphabetical order, each with how many carry it")
    Answer<Page<LabelCount>> labels(Paging paging, Caller caller) {
        return Answer.ok("label.listed", labels.list(caller.store(), paging));
    }
}
