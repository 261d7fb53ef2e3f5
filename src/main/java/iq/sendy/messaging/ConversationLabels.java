package iq.sendy.messaging;

import iq.sendy.kernel.StoreId;
import iq.sendy.messaging.store.LabelStore;
import iq.sendy.platform.api.Page;
import iq.sendy.platform.api.Paging;
import iq.sendy.platform.audit.Actor;
import iq.sendy.platform.audit.Audit;
import iq.sendy.platform.sql.Pipeline;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Labels by which a store sorts its conversations. */
@Service
public class ConversationLabels {

    private final ConversationChange change;
    private final LabelStore labels;
    private final Pipeline pipeline;
    private final Clock clock;

    ConversationLabels(ConversationChange change, LabelStore labels, Pipeline pipeline, Clock clock) {
        this.change = change;
        this.labels = labels;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** What the log of changes says of them: their words are about the person, who may want to be forgotten. */
    record LabelCounts(long set, long taken) {}

    /** Those that the store's conversations carry, in alphabetical order. */
    @Transactional(readOnly = true)
    public Page<LabelCount> list(StoreId store, Paging paging) {
        return labels.counts(store).page(pipeline, paging).map(LabelStore.CountedLabel::count);
    }

    /** Puts these on a conversation in place of those that it has; of two that fold alike the first counts. */
    @Transactional
    public Optional<ConversationView> replace(
            StoreId store, Actor actor, UUID conversation, List<ConversationLabel> wanted) {
        return change.lock(store, conversation).map(_ -> {
            var present = pipeline.ask(labels.of(store, conversation)).answer();
            var distinct = distinct(wanted);
            var words = distinct.stream().map(ConversationLabel::text).toList();
            if (words.size() == present.size() && present.containsAll(words)) {
                return change.view(store, conversation);
            }
            return change.written(
                    store,
                    actor,
                    new Audit.Change(
                            "conversation.labelled",
                            "conversation",
                            conversation,
                            null,
                            new LabelCounts(without(words, present), without(present, words))),
                    conversation,
                    List.of(
                            labels.clear(store, conversation),
                            labels.put(store, conversation, distinct),
                            labels.touch(store, conversation, clock.instant())));
        });
    }

    private static long without(List<String> labels, List<String> others) {
        return labels.stream().filter(label -> !others.contains(label)).count();
    }

    /** Each once, in the order in which they are kept. */
    static List<ConversationLabel> distinct(List<ConversationLabel> wanted) {
        var byFolded = new LinkedHashMap<String, ConversationLabel>();
        wanted.forEach(label -> byFolded.putIfAbsent(label.folded(), label));
        return byFolded.values().stream()
                .sorted(Comparator.comparing(ConversationLabel::folded))
                .toList();
    }
}
