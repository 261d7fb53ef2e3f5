package iq.sendy.agent;

import iq.sendy.agent.model.GuardFinding;
import iq.sendy.channels.ChannelView;
import iq.sendy.messaging.AgentConversation;

/** Job whose conversation is locked, with all that decides whether it may go on. */
record GuardedJob(
        AiMessageJob job, AgentConversation conversation, ChannelView channel, AgentRule rule, GuardFinding finding) {}
