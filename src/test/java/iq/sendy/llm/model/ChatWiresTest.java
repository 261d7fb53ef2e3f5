package iq.sendy.llm.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.llm.ChatOutcome;
import iq.sendy.llm.ChatOutcome.Answered;
import iq.sendy.llm.ChatOutcome.TurnFault;
import iq.sendy.llm.ChatRequest;
import iq.sendy.llm.ChatTool;
import iq.sendy.llm.ChatTurn;
import iq.sendy.llm.ChatTurn.AssistantTurn;
import iq.sendy.llm.ChatTurn.ToolTurn;
import iq.sendy.llm.ChatTurn.UserTurn;
import iq.sendy.llm.ChatUsage;
import iq.sendy.llm.ToolAnswer;
import iq.sendy.llm.ToolCall;
import iq.sendy.llm.TurnFaultKind;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** What is written on both wires, to the letter, and what every answer means: the same, whoever gives it. */
class ChatWiresTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ChatWire OPENAI = new OpenAiWire();
    private static final ChatWire ANTHROPIC = new AnthropicWire();
    private static final ChatTool TOOL =
            new ChatTool("search_products", "Finds", "{\"type\":\"object\",\"properties\":{}}");
    private static final ChatRequest SHORT = request(List.of(new UserTurn("شلون السعر")));

    private static ChatRequest request(List<ChatTurn> turns) {
        return new ChatRequest("m", "You sell flowers.", turns, List.of(TOOL), 800, "digest");
    }

    /** A turn with everything in it: a burst, a call, its answer, and a word after it. */
    private static ChatRequest whole() {
        return request(List.of(
                new AssistantTurn("Nobody asked yet", List.of()),
                new UserTurn("هلا"),
                new UserTurn("عندكم ورد؟"),
                new AssistantTurn(null, List.of(new ToolCall("call_1", "search_products", "{\"query\":\"ورد\"}"))),
                new ToolTurn(List.of(new ToolAnswer("call_1", "search_products", "{\"products\":[]}"))),
                new UserTurn("وينكم")));
    }

    @Test
    void the_request_to_openai_is_this() {
        assertThat(OPENAI.path()).isEqualTo("/chat/completions");
        assertThat(OPENAI.headers("k"))
                .containsEntry("Authorization", "Bearer k")
                .hasSize(1);
        assertThat(OPENAI.body(whole())).isEqualTo(fixture("openai-request.json"));
    }

    @Test
    void the_request_to_anthropic_is_this() {
        assertThat(ANTHROPIC.path()).isEqualTo("/v1/messages");
        assertThat(ANTHROPIC.headers("k"))
                .containsEntry("x-api-key", "k")
                .containsEntry("anthropic-version", "2023-06-01")
                .hasSize(2);
        assertThat(ANTHROPIC.body(whole())).isEqualTo(fixture("anthropic-request.json"));
    }

    @Test
    void both_fixtures_of_a_tool_call_come_to_the_same_tokens() {
        var openAi = (Answered) OPENAI.read(fixture("openai-tool-call.json"), SHORT, "req_1");
        var anthropic = (Answered) ANTHROPIC.read(fixture("anthropic-tool-call.json"), SHORT, null);

        assertThat(openAi.usage()).isEqualTo(new ChatUsage(1_200, 40, 1_024, 0, 16, false));
        assertThat(anthropic.usage()).isEqualTo(new ChatUsage(1_200, 40, 1_024, 0, 0, false));
        assertThat(openAi.calls()).containsExactly(new ToolCall("call_1", "search_products", "{\"query\":\"ورد\"}"));
        assertThat(anthropic.calls())
                .containsExactly(new ToolCall("toolu_1", "get_order_status", "{\"orderRef\":\"ORD-1042\"}"));
        assertThat(openAi.text()).isNull();
        assertThat(openAi.requestId()).isEqualTo("req_1");
        assertThat(anthropic.requestId()).isEqualTo("msg_1");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "openai | {'prompt_tokens':10,'completion_tokens':4} | 10 4 0 0 0",
                "openai | {'prompt_tokens':10,'completion_tokens':4,'prompt_tokens_details':{'cached_tokens':6,'cache_write_tokens':2}} | 10 4 6 2 0",
                "openai | {'prompt_tokens':10,'completion_tokens':0,'prompt_tokens_details':null} | 10 0 0 0 0",
                "openai | {'prompt_tokens':10,'completion_tokens':4,'completion_tokens_details':{'reasoning_tokens':3}} | 10 4 0 0 3",
                "anthropic | {'input_tokens':10,'output_tokens':4} | 10 4 0 0 0",
                "anthropic | {'input_tokens':1,'cache_creation_input_tokens':7,'cache_read_input_tokens':2,'output_tokens':4} | 10 4 2 7 0",
                "anthropic | {'input_tokens':10,'cache_creation_input_tokens':null,'output_tokens':4,'output_tokens_details':{'thinking_tokens':3}} | 10 4 0 0 3",
                "anthropic | {'input_tokens':0,'cache_read_input_tokens':10,'output_tokens':4} | 10 4 10 0 0"
            })
    void tokens_are_counted_the_same_way_for_every_provider(String wire, String usage, String expected) {
        var read = usage(read(wire, "{'usage':" + usage + "," + text(wire) + "}"));

        assertThat(Stream.of(read.input(), read.output(), read.cachedRead(), read.cacheWrite(), read.reasoning())
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(expected);
        assertThat(read.estimated()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "openai | ",
                "openai | 'usage':null,",
                "openai | 'usage':{},",
                "openai | 'usage':{'prompt_tokens':0,'completion_tokens':0},",
                "openai | 'usage':{'prompt_tokens':'many','completion_tokens':4},",
                "anthropic | ",
                "anthropic | 'usage':{'input_tokens':10},",
                "anthropic | 'usage':7,"
            })
    void tokens_that_nobody_told_are_estimated_and_never_none(String wire, @Nullable String usage) {
        var read = usage(read(wire, "{" + (usage == null ? "" : usage) + text(wire) + "}"));

        assertThat(read.estimated()).isTrue();
        assertThat(read.input()).isEqualTo(TokenEstimate.input(SHORT)).isPositive();
        assertThat(read.output()).isPositive();
    }

    private static String text(String wire) {
        return wire.equals("openai")
                ? "'choices':[{'message':{'content':'نعم'},'finish_reason':'stop'}]"
                : "'content':[{'type':'text','text':'نعم'}],'stop_reason':'end_turn'";
    }

    static Stream<Arguments> faults() {
        var arguments = "'arguments':'%s'}}]},'finish_reason':'tool_calls'}]";
        var calls =
                "'choices':[{'message':{'content':null,'tool_calls':[{'id':'c','type':'function','function':{'name':'n',";
        return Stream.of(
                Arguments.of("openai", choice("{'content':'كلام'}", "length"), TurnFaultKind.CUT_OFF),
                Arguments.of("openai", choice("{'content':null}", "length"), TurnFaultKind.CUT_OFF),
                Arguments.of("openai", choice("{'content':null}", "content_filter"), TurnFaultKind.REFUSED),
                Arguments.of("openai", choice("{'content':null,'refusal':'No'}", "stop"), TurnFaultKind.REFUSED),
                Arguments.of("openai", choice("{'content':null}", "stop"), TurnFaultKind.EMPTY),
                Arguments.of("openai", choice("{'content':' \\n'}", "stop"), TurnFaultKind.EMPTY),
                Arguments.of("openai", "{'choices':[]}", TurnFaultKind.UNREADABLE),
                Arguments.of("openai", "{'error':{'message':'No'}}", TurnFaultKind.UNREADABLE),
                Arguments.of("openai", "[1]", TurnFaultKind.UNREADABLE),
                Arguments.of("openai", "{" + calls + arguments.formatted("{query") + "}", TurnFaultKind.UNREADABLE),
                Arguments.of("openai", "{" + calls + arguments.formatted("[1]") + "}", TurnFaultKind.UNREADABLE),
                Arguments.of(
                        "openai", "{" + calls + arguments.formatted("1e99999999999") + "}", TurnFaultKind.UNREADABLE),
                Arguments.of(
                        "openai",
                        choice("{'tool_calls':[{'id':'c','function':{'arguments':'{}'}}]}", "tool_calls"),
                        TurnFaultKind.UNREADABLE),
                Arguments.of(
                        "openai",
                        choice(
                                "{'tool_calls':[{'id':'c','function':{'name':'a','arguments':'{}'}},"
                                        + "{'id':'c','function':{'name':'b','arguments':'{}'}}]}",
                                "tool_calls"),
                        TurnFaultKind.UNREADABLE),
                Arguments.of(
                        "anthropic", content("[{'type':'text','text':'كلام'}]", "max_tokens"), TurnFaultKind.CUT_OFF),
                Arguments.of("anthropic", content("[]", "model_context_window_exceeded"), TurnFaultKind.CUT_OFF),
                Arguments.of("anthropic", content("[]", "refusal"), TurnFaultKind.REFUSED),
                Arguments.of("anthropic", content("[]", "end_turn"), TurnFaultKind.EMPTY),
                Arguments.of(
                        "anthropic", content("[{'type':'thinking','thinking':'…'}]", "end_turn"), TurnFaultKind.EMPTY),
                Arguments.of(
                        "anthropic",
                        content("[{'type':'text','text':'كلام'}]", "pause_turn"),
                        TurnFaultKind.UNREADABLE),
                Arguments.of(
                        "anthropic",
                        content("[{'type':'tool_use','id':'t','name':'n','input':'{'}]", "tool_use"),
                        TurnFaultKind.UNREADABLE),
                Arguments.of("anthropic", "{'type':'error'}", TurnFaultKind.UNREADABLE));
    }

    private static String choice(String message, String ending) {
        return "{'choices':[{'message':" + message + ",'finish_reason':'" + ending + "'}]}";
    }

    private static String content(String blocks, String reason) {
        return "{'content':" + blocks + ",'stop_reason':'" + reason + "'}";
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void what_is_no_answer_is_the_turns_own_fault_and_paid_all_the_same(
            String wire, String body, TurnFaultKind expected) {
        var fault = (TurnFault) read(wire, body);

        assertThat(fault.kind()).isEqualTo(expected);
        assertThat(fault.usage().input()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai", "anthropic"})
    void a_page_where_json_should_be_is_unreadable(String wire) {
        var fault = (TurnFault) wire(wire).read(JsonNodeFactory.instance.missingNode(), SHORT, null);

        assertThat(fault.kind()).isEqualTo(TurnFaultKind.UNREADABLE);
        assertThat(fault.usage().estimated()).isTrue();
    }

    @Test
    void a_tool_that_nobody_has_is_the_callers_matter() {
        var answered = (Answered) read(
                "openai", choice("{'tool_calls':[{'id':'c','function':{'name':'rm_rf','arguments':''}}]}", "stop"));

        assertThat(answered.calls()).containsExactly(new ToolCall("c", "rm_rf", "{}"));
    }

    @Test
    void text_beside_calls_is_kept() {
        var answered = (Answered) read(
                "anthropic",
                content(
                        "[{'type':'text','text':'لحظة'},{'type':'tool_use','id':'t','name':'n','input':{'a':1}}]",
                        "tool_use"));

        assertThat(answered.text()).isEqualTo("لحظة");
        assertThat(answered.calls()).containsExactly(new ToolCall("t", "n", "{\"a\":1}"));
    }

    @Test
    void no_record_shows_what_people_wrote() {
        var answered = read("anthropic", content("[{'type':'text','text':'سري جدا'}]", "end_turn"));

        assertThat(whole() + " " + whole().turns() + " " + answered).doesNotContain("سري", "ورد", "هلا");
    }

    private static ChatUsage usage(ChatOutcome outcome) {
        return ((Answered) outcome).usage();
    }

    private static ChatOutcome read(String wire, String body) {
        return wire(wire).read(JSON.readTree(body.replace('\'', '"')), SHORT, null);
    }

    private static ChatWire wire(String name) {
        return name.equals("openai") ? OPENAI : ANTHROPIC;
    }

    private static JsonNode fixture(String name) {
        try (var file = Objects.requireNonNull(ChatWiresTest.class.getResourceAsStream("/llm/" + name))) {
            return JSON.readTree(file);
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
