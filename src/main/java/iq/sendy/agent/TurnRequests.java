package iq.sendy.agent;

import iq.sendy.agent.model.AgentPrompt;
import iq.sendy.llm.ChatRequest;
import iq.sendy.llm.ChatTool;
import iq.sendy.llm.ChatTurn;
import iq.sendy.platform.secrets.Digests;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Requests of a turn to its model: the instructions, what was said, and what the tools told since. */
@Component
class TurnRequests {

    /** Tokens that a model may write in one call. */
    private static final int MOST_WRITTEN = 800;

    private static final String PURPOSE = "end user of a model";

    private final Digests digests;

    TurnRequests(Digests digests) {
        this.digests = digests;
    }

    /** What was said, as a model reads it; what was sent meanwhile stands before what it did not answer. */
    List<ChatTurn> said(TurnInput input) {
        var history = new ArrayList<>(input.conversation().history());
        history.removeAll(input.burst());
        history.addAll(input.burst());
        return AgentPrompt.turns(history);
    }

    /** @param correction the rule that the draft before broke */
    ChatRequest request(
            TurnInput input,
            ShopFacts shop,
            List<ChatTurn> turns,
            List<ChatTool> tools,
            Optional<GateRule> correction) {
        var agent = input.channel().details().agent();
        var instructions = AgentPrompt.system(
                new AgentPrompt.Shop(
                        shop.name(), shop.currency(), input.conversation().type(), agent.systemPromptOverride()),
                input.context().language());
        var system = correction
                .map(rule -> instructions + "\nYour last draft could not be sent. " + rule.correction())
                .orElse(instructions);
        return new ChatRequest(agent.model(), system, turns, tools, MOST_WRITTEN, endUser(input));
    }

    private String endUser(TurnInput input) {
        return HexFormat.of()
                .formatHex(digests.of(PURPOSE, input.context().contact().toString()));
    }
}
