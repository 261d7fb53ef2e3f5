package iq.sendy.agent;

import iq.sendy.channels.ChannelView;
import iq.sendy.messaging.AgentConversation;
import iq.sendy.messaging.SaidMessage;
import java.util.List;

/**
 * Input of a turn: what the agent knows when it begins to answer.
 *
 * @param run the how manieth attempt of the job it is
 * @param burst what the customer wrote that it answers
 */
record TurnInput(
        AiMessageJob job,
        int run,
        AgentConversation conversation,
        ChannelView channel,
        AgentRule rule,
        ToolContext context,
        List<SaidMessage> burst) {

    TurnInput {
        burst = List.copyOf(burst);
    }
}
