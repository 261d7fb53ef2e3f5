package iq.sendy.dashboard.settings;

import iq.sendy.agent.Knowledge;
import iq.sendy.agent.KnowledgeTopic;
import iq.sendy.agent.SaveKnowledge;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.platform.body.Patch;
import iq.sendy.platform.body.Required;
import iq.sendy.platform.body.Text;

/** What the agent shall know, as its form sends it, by the rules of the API's body. */
record KnowledgeDraft(
        @Required Patch<KnowledgeTopic> topic,
        @Text(Text.REASON) Patch<String> question,
        @Required @Text(Knowledge.LONGEST_TEXT) Patch<String> answer,
        Patch<ReplyLanguage> language) {

    SaveKnowledge command() {
        return new SaveKnowledge(topic, question, answer, language);
    }
}
