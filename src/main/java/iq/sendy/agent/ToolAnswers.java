package iq.sendy.agent;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers of tools as the JSON that a model reads. */
@Component
class ToolAnswers {

    private final JsonMapper json;

    ToolAnswers(JsonMapper json) {
        this.json = json;
    }

    ToolOutcome told(Map<String, ?> answer, TurnFacts facts) {
        return new ToolOutcome.Told(json.writeValueAsString(answer), facts);
    }

    /** What the tool could not do, and what to do about it; nothing in it may be repeated as a fact. */
    ToolOutcome told(String problem, String advice) {
        return told(Map.of("problem", problem, "advice", advice), TurnFacts.NONE);
    }

    /**
     * The call itself was wrong.
     *
     * @param field the argument, if one is to blame
     */
    ToolOutcome wrong(String error, @Nullable String field) {
        return new ToolOutcome.Wrong(json.writeValueAsString(
                field == null ? Map.of("error", error) : Map.of("error", error, "field", field)));
    }
}
