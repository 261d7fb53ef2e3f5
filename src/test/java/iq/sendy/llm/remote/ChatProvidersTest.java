package iq.sendy.llm.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import iq.sendy.Api;
import iq.sendy.MovableClock;
import iq.sendy.Scenario;
import iq.sendy.Shop;
import iq.sendy.SilentLogs;
import iq.sendy.Waiting;
import iq.sendy.billing.AiProvider;
import iq.sendy.egress.ExchangeLimits;
import iq.sendy.egress.OperatorClient;
import iq.sendy.fakes.FakeModels;
import iq.sendy.fakes.ModelManner;
import iq.sendy.llm.CallSpend;
import iq.sendy.llm.ChatOutcome;
import iq.sendy.llm.ChatOutcome.Answered;
import iq.sendy.llm.ChatOutcome.Failed;
import iq.sendy.llm.ChatOutcome.ProviderDown;
import iq.sendy.llm.ChatOutcome.TurnFault;
import iq.sendy.llm.ChatProvider;
import iq.sendy.llm.ChatProviders;
import iq.sendy.llm.ChatRequest;
import iq.sendy.llm.ChatTurn.UserTurn;
import iq.sendy.llm.ChatUsage;
import iq.sendy.llm.ProviderCircuits;
import iq.sendy.llm.Remedy;
import iq.sendy.llm.ToolCall;
import iq.sendy.llm.TurnFaultKind;
import iq.sendy.platform.database.DatabaseSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Models over a real socket: what each way of behaving comes to, and that an outage is found and left alone. */
@Scenario
class ChatProvidersTest {

    /** For models that never come to an end. */
    private static final ExchangeLimits SHORT =
            new ExchangeLimits(Duration.ofSeconds(3), Duration.ofSeconds(3), 1_048_576, 1_048_576);

    private static final ExchangeLimits PATIENT =
            new ExchangeLimits(Duration.ofSeconds(5), Waiting.PATIENCE, 1_048_576, 1_048_576);

    private final FakeModels models = new FakeModels();
    private final String model = "m-" + UUID.randomUUID();
    private final MovableClock clock = new MovableClock();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final ProviderCircuits circuits = new ProviderCircuits(registry, clock);

    @Autowired
    OperatorClient client;

    @Autowired
    ChatProviders providers;

    @Autowired
    ProviderCircuits shared;

    @Autowired
    PlatformTransactionManager transactions;

    @Value("${local.management.port}")
    int management;

    @Value("${sendy.management.token:}")
    String given;

    @Autowired
    DatabaseSettings settings;

    @BeforeEach
    void nobodyLogsTheKey() {
        SilentLogs.mark(FakeModels.KEY);
        clock.stop();
    }

    @AfterEach
    void close() {
        models.close();
    }

    private ChatProvider provider(AiProvider provider) {
        return provider(provider, PATIENT);
    }

    private ChatProvider provider(AiProvider provider, ExchangeLimits limits) {
        var calls = new ProviderCalls(client, circuits, registry, clock, limits);
        return provider == AiProvider.ANTHROPIC
                ? new AnthropicProvider(models.anthropicUrl() + "/", FakeModels.KEY, calls)
                : new OpenAiProvider(models.openAiUrl(), FakeModels.KEY, calls);
    }

    private ChatRequest request() {
        return new ChatRequest(model, "You sell flowers.", List.of(new UserTurn("هلا")), List.of(), 800, "digest");
    }

    private ChatOutcome ask(AiProvider provider, ModelManner... manners) {
        models.next(model, manners);
        return provider(provider).ask(request());
    }

    private ChatOutcome askInVain(AiProvider provider, ModelManner endless) {
        models.next(model, endless);
        return provider(provider, SHORT).ask(request());
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void a_text_and_a_call_come_with_their_tokens_and_the_key_goes_with_the_request(AiProvider provider) {
        var usage = new ChatUsage(1_200, 40, 1_024, 0, 0, false);

        assertThat(ask(provider, ModelManner.says("نعم"))).isEqualTo(new Answered("نعم", List.of(), usage, "req_1"));
        var call = new ToolCall("c1", "search_products", "{\"query\":\"ورد\"}");
        assertThat(ask(provider, ModelManner.calls(call))).isEqualTo(new Answered(null, List.of(call), usage, "req_1"));

        assertThat(models.calls(model)).hasSize(2).allSatisfy(asked -> {
            assertThat(asked.provider()).isEqualTo(provider);
            assertThat(asked.system()).isEqualTo("You sell flowers.");
            assertThat(asked.userTexts()).containsExactly("هلا");
            assertThat(asked.endUser()).isEqualTo("digest");
            assertThat(asked.headers().values()).anyMatch(value -> value.endsWith(FakeModels.KEY));
        });
        assertThat(models.connects()).as("the connection rests in between").isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void what_is_no_answer_is_the_turns_own_fault(AiProvider provider) {
        assertThat(fault(ask(provider, ModelManner.saysNothing()))).isEqualTo(TurnFaultKind.EMPTY);
        assertThat(fault(ask(provider, ModelManner.isCutOff()))).isEqualTo(TurnFaultKind.CUT_OFF);
        assertThat(fault(ask(provider, ModelManner.declines()))).isEqualTo(TurnFaultKind.REFUSED);
        assertThat(fault(ask(provider, ModelManner.calls("search_products", "{\"query"))))
                .isEqualTo(TurnFaultKind.UNREADABLE);
        assertThat(fault(ask(provider, ModelManner.showsPage()))).isEqualTo(TurnFaultKind.UNREADABLE);
        assertThat(fault(ask(provider, ModelManner.replies(200, " ".repeat(1_048_577)))))
                .isEqualTo(TurnFaultKind.UNREADABLE);
        assertThat(((Answered) ask(provider, ModelManner.saysWithoutUsage("نعم")))
                        .usage()
                        .estimated())
                .isTrue();
        assertThat(circuits.list()).noneMatch(circuit -> circuit.shut());
    }

    private static TurnFaultKind fault(ChatOutcome outcome) {
        return ((TurnFault) outcome).kind();
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void what_may_pass_is_tried_again_and_five_of_it_are_an_outage(AiProvider provider) {
        assertThat(((Failed) ask(provider, ModelManner.isOverloaded())).remedy())
                .isEqualTo(Remedy.RETRY);
        assertThat(ask(provider, ModelManner.fails()))
                .extracting("errorClass", "spend")
                .containsExactly("server_error", CallSpend.NOTHING);
        assertThat(ask(provider, ModelManner.resetsAfter(0)))
                .extracting("errorClass", "spend")
                .containsExactly("reset", CallSpend.UNKNOWN);
        assertThat(((Failed) ask(provider, ModelManner.resetsAfter(150))).errorClass())
                .isEqualTo("cut_off");

        assertThat(askInVain(provider, ModelManner.hangs()))
                .isInstanceOf(ProviderDown.class)
                .extracting("errorClass", "spend")
                .containsExactly("timeout", CallSpend.UNKNOWN);
        assertThat(ask(provider, ModelManner.says("Nobody hears it")))
                .isInstanceOf(ProviderDown.class)
                .extracting("errorClass", "spend")
                .containsExactly("timeout", CallSpend.NOTHING);
        assertThat(models.calls(model))
                .as("nothing is repeated, and nothing is asked while it is out")
                .hasSize(5);

        clock.advance(Duration.ofSeconds(15));
        assertThat(provider(provider).ask(request())).isInstanceOf(Answered.class);
        assertThat(registry.get("sendy.models.calls")
                        .tag("outcome", "providerdown")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void a_body_that_stalls_ends_with_the_time_of_the_call(AiProvider provider) {
        assertThat(askInVain(provider, ModelManner.stalls()))
                .isEqualTo(new Failed(Remedy.RETRY, null, "cut_off", CallSpend.UNKNOWN));
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void a_limit_holds_for_as_long_as_the_provider_says(AiProvider provider) {
        assertThat(ask(provider, ModelManner.limits(7)))
                .isEqualTo(new Failed(Remedy.RETRY, Duration.ofSeconds(7), "rate_limited"));
        assertThat(((ProviderDown) provider(provider).ask(request())).retryAfter())
                .isEqualTo(Duration.ofSeconds(7));
        clock.advance(Duration.ofSeconds(7));
        assertThat(ask(provider, ModelManner.limits())).isEqualTo(new Failed(Remedy.RETRY, null, "rate_limited"));
        assertThat(provider(provider).ask(request())).isInstanceOf(Answered.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"OPENAI", "ANTHROPIC"})
    void a_key_that_is_refused_or_unpaid_is_not_asked_with_again(AiProvider provider) {
        assertThat(((ProviderDown) ask(provider, ModelManner.refusesKey())).retryAfter())
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(provider(provider).ask(request())).isInstanceOf(ProviderDown.class);
        circuits.close(provider);
        assertThat(((ProviderDown) ask(provider, ModelManner.isUnpaid())).retryAfter())
                .isGreaterThanOrEqualTo(Duration.ofMinutes(1));
        assertThat(provider(provider).ask(request())).isInstanceOf(ProviderDown.class);
        assertThat(models.calls(model)).hasSize(2);
    }

    @Test
    void the_same_bad_request_is_not_sent_again() {
        assertThat(ask(AiProvider.OPENAI, ModelManner.refuses(400, "invalid_request_error", "context_length_exceeded")))
                .isEqualTo(new Failed(Remedy.GIVE_UP, null, "invalid_request"));
        assertThat(ask(AiProvider.ANTHROPIC, ModelManner.refuses(413, "request_too_large", "")))
                .isEqualTo(new Failed(Remedy.GIVE_UP, null, "too_large"));
    }

    @Test
    void nobody_at_the_address_is_an_outage_like_any_other() {
        models.refusesConnections();

        var outcomes =
                IntStream.range(0, 6).mapToObj(_ -> ask(AiProvider.OPENAI)).toList();

        assertThat(outcomes.subList(0, 4)).allMatch(outcome -> outcome instanceof Failed);
        assertThat(outcomes.subList(4, 6)).allMatch(outcome -> outcome instanceof ProviderDown);
        models.listensAgain();
        clock.advance(Duration.ofSeconds(15));
        assertThat(ask(AiProvider.OPENAI)).isInstanceOf(Answered.class);
    }

    @Test
    void of_many_at_once_one_alone_tries_a_provider_that_was_out() throws InterruptedException {
        IntStream.range(0, 5).forEach(_ -> ask(AiProvider.OPENAI, ModelManner.fails()));
        clock.advance(Duration.ofSeconds(20));
        var before = models.calls(model).size();
        models.next(model, ModelManner.hangs());

        var outcomes = Shop.atOnce(8, _ -> provider(AiProvider.OPENAI, SHORT).ask(request()));

        assertThat(outcomes).allMatch(outcome -> outcome instanceof ProviderDown);
        assertThat(models.calls(model)).hasSize(before + 1);
    }

    @Test
    void without_a_key_nothing_is_asked() {
        var calls = new ProviderCalls(client, circuits, registry, clock);

        assertThat(new OpenAiProvider(models.openAiUrl(), " ", calls).ask(request()))
                .isEqualTo(new ProviderDown(Duration.ofMinutes(5), "not_set_up"));
        assertThat(models.calls()).isEmpty();
    }

    @Test
    void each_provider_is_asked_by_its_name_and_never_inside_a_transaction() {
        FakeModels.shared().next(model, ModelManner.says("أ"), ModelManner.says("ب"));

        assertThat(((Answered) providers.ask(AiProvider.OPENAI, request())).text())
                .isEqualTo("أ");
        assertThat(((Answered) providers.ask(AiProvider.ANTHROPIC, request())).text())
                .isEqualTo("ب");
        assertThat(((Answered) providers.ask(AiProvider.SANDBOX, request())).text())
                .isNotBlank();
        assertThatThrownBy(() -> new TransactionTemplate(transactions)
                        .execute(_ -> providers.ask(AiProvider.SANDBOX, request())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void operators_see_what_is_left_alone_and_let_it_be_asked_again() throws IOException {
        FakeModels.shared().next(model, ModelManner.refusesKey());
        assertThat(providers.ask(AiProvider.ANTHROPIC, request())).isInstanceOf(ProviderDown.class);
        var token = given.isEmpty()
                ? Files.readString(settings.dataDirectory().resolve("management.token"))
                        .strip()
                : given;
        var operator = Api.at("http://127.0.0.1:" + management).withToken(token);

        assertThat(operator.get("/actuator/models").text()).contains("key_refused");
        assertThat(operator.post("/actuator/models/nobody", Api.object()).status())
                .isEqualTo(404);
        assertThat(operator.post("/actuator/models/anthropic", Api.object()).status())
                .isEqualTo(204);
        assertThat(providers.ask(AiProvider.ANTHROPIC, request())).isInstanceOf(Answered.class);
        assertThat(shared.list()).noneMatch(circuit -> circuit.shut());
    }
}
