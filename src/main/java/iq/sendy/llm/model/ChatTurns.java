package iq.sendy.llm.model;

import iq.sendy.llm.ChatTurn;
import iq.sendy.llm.ChatTurn.AssistantTurn;
import iq.sendy.llm.ChatTurn.UserTurn;
import java.util.ArrayList;
import java.util.List;

/** Turns as providers take them: a chat begins with a customer, and nobody speaks twice in a row. */
final class ChatTurns {

    private ChatTurns() {}

    static List<ChatTurn> merged(List<ChatTurn> turns) {
        var merged = new ArrayList<ChatTurn>();
        for (var turn : turns) {
            if (merged.isEmpty() && !(turn instanceof UserTurn)) {
                continue;
            }
            if (!merged.isEmpty()
                    && merged.getLast() instanceof UserTurn(var before)
                    && turn instanceof UserTurn(var text)) {
                merged.set(merged.size() - 1, new UserTurn(before + "\n" + text));
            } else if (!merged.isEmpty()
                    && merged.getLast() instanceof AssistantTurn(String before, var calls)
                    && calls.isEmpty()
                    && turn instanceof AssistantTurn(var text, var more)) {
                merged.set(merged.size() - 1, new AssistantTurn(text == null ? before : before + "\n" + text, more));
            } else {
                merged.add(turn);
            }
        }
        return merged;
    }
}
