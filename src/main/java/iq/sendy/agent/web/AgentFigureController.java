package iq.sendy.agent.web;

import iq.sendy.agent.AgentFigures;
import iq.sendy.agent.AgentFigures.PeriodFigures;
import iq.sendy.platform.api.Allows;
import iq.sendy.platform.api.Answer;
import iq.sendy.platform.api.Caller;
import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.StoreController;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;

/** What the agent is worth to its store. */
@StoreController
class AgentFigureController {

    private final AgentFigures figures;

    AgentFigureController(AgentFigures figures) {
        this.figures = figures;
    }

    /** How often people went on for a reason. */
    record HandOffCountBody(String reason, long count) {}

    /** How many conversations the agent had, and how many it handled alone. */
    record AgentConversationsBody(long total, long answered, long handled, BigDecimal handledPercent) {}

    /** What that took; dinars are of what is beyond the plan. */
    record AgentCostBody(
            long replies, long tokens, long tokensPerHandled, long overageChargeIqd, BigDecimal iqdPerHandled) {}

    record AgentFiguresBody(
            Instant periodStart,
            Instant periodEnd,
            AgentConversationsBody conversations,
            AgentCostBody cost,
            List<HandOffCountBody> handOffs) {

        static AgentFiguresBody of(PeriodFigures figures) {
            var counts = figures.counts();
            return new AgentFiguresBody(
                    figures.period().start(),
                    figures.period().end(),
                    new AgentConversationsBody(
                            counts.conversations(), counts.answered(), counts.handled(), counts.handledPercent()),
                    new AgentCostBody(
                            counts.replies(),
                            counts.tokens(),
                            counts.tokensPerHandled(),
                            figures.charge(),
                            counts.chargePerHandled(figures.charge())),
                    figures.handOffs().stream()
                            .map(reason -> new HandOffCountBody(reason.reason(), reason.count()))
                            .toList());
        }
    }

    @GetMapping("/social/agent-figures")
    @Allows(permission = "conversations.view", scope = "messaging:read")
    @Describes(
            "What the agent did in the billing period that runs: how much of it alone, why people went on, and the cost")
    Answer<AgentFiguresBody> of(Caller caller) {
        return Answer.ok("agent_figures.found", AgentFiguresBody.of(figures.of(caller.store())));
    }
}
