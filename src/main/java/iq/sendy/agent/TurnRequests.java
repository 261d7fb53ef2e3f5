package iq.sendy.agent;

import iq.sendy.llm.ChatRequest;
import iq.sendy.llm.ChatTool;
import iq.sendy.llm.ChatTurn;
import iq.sendy.messaging.SaidMessage;
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

    /** What was said, as a model reads it. */
    List<ChatTurn> said(TurnInput input) {
        var turns = new ArrayList<ChatTurn>();
        var before = input.conversation().history().stream()
                .filter(message -> !input.burst().contains(message))
                .toList();
        // What was sent meanwhile stands before what it did not answer.
        for (var message : before) {
            add(turns, message);
        }
        for (var message : input.burst()) {
            add(turns, message);
        }
        while (!turns.isEmpty() && turns.getFirst() instanceof ChatTurn.AssistantTurn) {
            turns.removeFirst();
        }
        return turns;
    }

    private static void add(List<ChatTurn> turns, SaidMessage message) {
        var text = message.text();
        if (text == null || text.isBlank()) {
            return;
        }
        var last = turns.isEmpty() ? null : turns.getLast();
        if (message.isCustomers()) {
            if (last instanceof ChatTurn.UserTurn(var said)) {
                turns.set(turns.size() - 1, new ChatTurn.UserTurn(said + "\n" + text));
            } else {
                turns.add(new ChatTurn.UserTurn(text));
            }
        } else if (last instanceof ChatTurn.AssistantTurn(var said, var _) && said != null) {
            turns.set(turns.size() - 1, new ChatTurn.AssistantTurn(said + "\n" + text, List.of()));
        } else {
            turns.add(new ChatTurn.AssistantTurn(text, List.of()));
        }
    }

    ChatRequest request(
            TurnInput input, List<ChatTurn> turns, List<ChatTool> tools, Optional<GateRule> correction) {
        var system = new StringBuilder("Answer the customer of a shop, in the language ")
                .append(input.context().language())
                .append('.');
        correction.ifPresent(rule -> system.append('\n').append(rule.correction()));
        return new ChatRequest(
                input.channel().details().agent().model(),
                system.toString(),
                turns,
                tools,
                MOST_WRITTEN,
                endUser(input));
    }

    private String endUser(TurnInput input) {
        return HexFormat.of()
                .formatHex(digests.of(PURPOSE, input.context().contact().toString()));
    }
}
