package iq.sendy.demo;

import iq.sendy.agent.KnowledgeBase;
import iq.sendy.agent.KnowledgeTopic;
import iq.sendy.agent.SaveKnowledge;
import iq.sendy.channels.ChangeChannel;
import iq.sendy.channels.ChannelTerms;
import iq.sendy.channels.ChannelView.AgentChoice;
import iq.sendy.channels.ChannelView.ChannelDetails;
import iq.sendy.channels.Channels;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.platform.body.Patch;
import iq.sendy.simulator.SimulatedPhones;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The agent of the demo's store: what it knows, and when it began. What customers write after that it answers by itself, once
 * the start is over.
 */
@Component
class DemoAgent {

    private final KnowledgeBase knowledge;
    private final Channels channels;
    private final SimulatedPhones phones;

    DemoAgent(KnowledgeBase knowledge, Channels channels, SimulatedPhones phones) {
        this.knowledge = knowledge;
        this.channels = channels;
        this.phones = phones;
    }

    void teach(DemoShop shop) {
        say(
                shop,
                KnowledgeTopic.FAQ,
                "أكو كارت تهنئة وية الباقة؟",
                "نعم، أكو كارت صغير وية كل باقة، ونكتب عليه اللي تحبون.",
                ReplyLanguage.AR);
        say(
                shop,
                KnowledgeTopic.FAQ,
                "کارتی پیرۆزبایی لەگەڵ گوڵەکان هەیە؟",
                "بەڵێ، کارتێکی بچووک لەگەڵ هەموو چەپکێکدایە.",
                ReplyLanguage.CKB);
        say(shop, KnowledgeTopic.PAYMENT, null, "الدفع نقداً عند الاستلام.", ReplyLanguage.AR);
        say(
                shop,
                KnowledgeTopic.HOURS,
                null,
                "المحل مفتوح كل يوم من ٩ الصبح إلى ١٠ ونص بالليل، والجمعة من ٢ الظهر.",
                ReplyLanguage.AR);
    }

    private void say(
            DemoShop shop, KnowledgeTopic topic, @Nullable String question, String answer, ReplyLanguage language) {
        knowledge.create(
                shop.store(),
                shop.team().owner(),
                new SaveKnowledge(Patch.of(topic), Patch.of(question), Patch.of(answer), Patch.of(language)));
    }

    /** Where Meta is not simulated there is nobody whom it could answer. */
    void switchOn(DemoShop shop, Collection<UUID> connected) {
        if (phones.on()) {
            for (var channel : connected) {
                channels.change(
                        shop.store(),
                        shop.team().owner(),
                        new ChangeChannel(channel, DemoAgent::answering, null, null));
            }
        }
    }

    private static ChannelTerms answering(ChannelTerms terms) {
        var details = terms.details();
        var agent = details.agent();
        return new ChannelTerms(
                terms.account(),
                new ChannelDetails(
                        details.displayName(),
                        new AgentChoice(agent.provider(), agent.model(), agent.systemPromptOverride(), true),
                        details.enabled()),
                terms.tokenExpiresAt());
    }
}
