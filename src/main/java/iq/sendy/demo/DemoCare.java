package iq.sendy.demo;

import iq.sendy.messaging.AssignConversation;
import iq.sendy.messaging.CannedReplies;
import iq.sendy.messaging.ConversationActions;
import iq.sendy.messaging.ConversationLabel;
import iq.sendy.messaging.ConversationLabels;
import iq.sendy.messaging.ConversationNotes;
import iq.sendy.messaging.ReadConversation;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.messaging.SaveCannedReply;
import iq.sendy.platform.body.Patch;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the people of the demo's store do about its conversations. */
@Component
class DemoCare {

    private final ConversationActions actions;
    private final ConversationNotes notes;
    private final ConversationLabels labels;
    private final CannedReplies replies;

    DemoCare(ConversationActions actions, ConversationNotes notes, ConversationLabels labels, CannedReplies replies) {
        this.actions = actions;
        this.notes = notes;
        this.labels = labels;
        this.replies = replies;
    }

    void prepareReplies(DemoShop shop) {
        reply(shop, "هلا", "هلا بيك {name}، وياك {store}. شلون نكدر نخدمك؟", ReplyLanguage.AR);
        reply(
                shop,
                "توصيل",
                "التوصيل داخل بغداد ٥ آلاف وخلال ٢٤ ساعة، والمحافظات ٨ آلاف خلال ٣ أيام.",
                ReplyLanguage.AR);
        reply(shop, "طلبك", "طلبك {order} عند المندوب، ويتصل بيك قبل لا يوصل.", ReplyLanguage.AR);
        reply(shop, "سوپاس", "سوپاس بۆ تۆ {name} 🌷 {store} هەمیشە لە خزمەتتدایە.", ReplyLanguage.CKB);
        reply(shop, "thanks", "Thank you {name}, {store} is happy to help.", ReplyLanguage.EN);
    }

    private void reply(DemoShop shop, String shortcut, String text, ReplyLanguage language) {
        replies.create(
                shop.store(),
                shop.team().owner(),
                new SaveCannedReply(Patch.of(shortcut), Patch.of(text), Patch.of(language)));
    }

    void read(DemoShop shop, UUID conversation) {
        actions.read(shop.store(), shop.team().caller(), new ReadConversation(conversation, null));
    }

    void note(DemoShop shop, UUID conversation, String text) {
        notes.write(shop.store(), shop.team().caller(), conversation, text);
    }

    void label(DemoShop shop, UUID conversation, List<String> words) {
        labels.replace(
                shop.store(),
                shop.team().caller(),
                conversation,
                words.stream().map(ConversationLabel::new).toList());
    }

    void assign(DemoShop shop, UUID conversation) {
        var caller = shop.team().caller();
        actions.assign(shop.store(), caller, new AssignConversation(conversation, caller.id()));
    }

    void settle(DemoShop shop, UUID conversation) {
        actions.resolve(shop.store(), shop.team().caller(), conversation);
    }
}
