package iq.sendy.llm.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.llm.ChatOutcome.Answered;
import iq.sendy.llm.ChatOutcome.TurnFault;
import iq.sendy.llm.ChatRequest;
import iq.sendy.llm.ChatTool;
import iq.sendy.llm.ChatTurn;
import iq.sendy.llm.ChatTurn.AssistantTurn;
import iq.sendy.llm.ChatTurn.ToolTurn;
import iq.sendy.llm.ChatTurn.UserTurn;
import iq.sendy.llm.ToolAnswer;
import iq.sendy.llm.ToolCall;
import iq.sendy.llm.TurnFaultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the sandbox does with what customers write, in four languages. */
class SandboxModelTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<ChatTool> TOOLS = Stream.of(
                    "search_products",
                    "get_product",
                    "get_order_status",
                    "get_store_info",
                    "quote_cart",
                    "handoff_to_staff")
            .map(name -> new ChatTool(name, name, "{\"type\":\"object\"}"))
            .toList();
    private static final String ROSES =
            "{'products':[{'sku':'ROSE','name':'باقة ورد','price':25000,'currency':'IQD','inStock':true},"
                    + "{'sku':'TULIP','name':'توليب','price':40000,'currency':'IQD','inStock':false}]}";

    private static Answered ask(String system, List<ChatTurn> turns) {
        return (Answered) SandboxModel.answer(new ChatRequest("sandbox", system, turns, TOOLS, 800, null));
    }

    private static Answered ask(String... texts) {
        var turns = new ArrayList<ChatTurn>();
        for (var i = 0; i < texts.length; i++) {
            turns.add(i % 2 == 0 ? new UserTurn(texts[i]) : new AssistantTurn(texts[i], List.of()));
        }
        return ask("Answer in Arabic, politely.", turns);
    }

    /** The same after tools have answered, the first to the first call and so on. */
    private static Answered ask(String language, List<String> texts, String... results) {
        var turns = new ArrayList<ChatTurn>();
        for (var text : texts) {
            turns.add(new UserTurn(text));
        }
        var system = "Answer in " + language + ", politely.";
        var answered = ask(system, turns);
        for (var result : results) {
            assertThat(answered.calls()).as("before %s", result).hasSize(1);
            var call = answered.calls().getFirst();
            turns.add(new AssistantTurn(null, answered.calls()));
            turns.add(new ToolTurn(List.of(new ToolAnswer(call.id(), call.name(), result.replace('\'', '"')))));
            answered = ask(system, turns);
        }
        return answered;
    }

    private static @Nullable String tool(Answered answered) {
        return answered.calls().stream().map(ToolCall::name).findFirst().orElse(null);
    }

    private static JsonNode arguments(Answered answered) {
        return JSON.readTree(answered.calls().getFirst().arguments());
    }

    private static String text(Answered answered) {
        return Objects.requireNonNull(answered.text());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "شكد سعر باقة الورد الحمراء؟ | باقة الورد الحمراء",
                "السلام عليكم عندكم عطر رجالي | عطر رجالي",
                "نرخی گوڵی سوور چەندە؟ | گوڵی سوور",
                "bihayê gulên sor çi ye? | gulên sor ye",
                "how much is the red rose bouquet | red rose bouquet",
                "do you have iPhone-15 cases? | iPhone-15 cases"
            })
    void a_question_about_a_product_is_a_search_for_it(String text, String query) {
        var answered = ask(text);

        assertThat(tool(answered)).isEqualTo("search_products");
        assertThat(arguments(answered).path("query").stringValue()).isEqualTo(query);
        assertThat(arguments(answered).path("limit").intValue()).isBetween(1, 5);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "اريد احجي ويه موظف | handoff_to_staff | asked_for_person",
                "دەمەوێت لەگەڵ کارمەندێک قسە بکەم | handoff_to_staff | asked_for_person",
                "ez dixwazim bi mirov re biaxivim | handoff_to_staff | asked_for_person",
                "I want to talk to a human | handoff_to_staff | asked_for_person",
                "الورد وصلني مكسور | handoff_to_staff | complaint",
                "وين طلبي؟ | get_order_status | ",
                "where is my order SN-7K3F-9QXM | get_order_status | SN-7K3F-9QXM",
                "حالة الطلب ١٠٤٢ شنو | get_order_status | 1042",
                "شكد التوصيل للبصرة | get_store_info | delivery",
                "شوكت تفتحون | get_store_info | hours",
                "گەیاندنتان هەیە | get_store_info | delivery",
                "can I return it | get_store_info | returns",
                "شنو سياسة الاسترجاع عندكم؟ | get_store_info | returns"
            })
    void each_wish_has_its_tool(String text, String tool, @Nullable String argument) {
        var answered = ask(text);

        assertThat(tool(answered)).isEqualTo(tool);
        if (argument != null) {
            assertThat(arguments(answered).values().stream().map(JsonNode::asString))
                    .contains(argument);
        }
    }

    @Test
    void greetings_and_thanks_need_no_tool() {
        assertThat(text(ask("هلو"))).startsWith("حياك الله");
        assertThat(text(ask("شكرا"))).startsWith("تدلل");
        assertThat(text(ask("Answer in English.", List.of(new UserTurn("hello")))))
                .startsWith("Welcome");
    }

    @Test
    void found_products_are_told_with_the_tools_own_prices_in_the_language_of_the_reply() {
        assertThat(text(ask("Arabic", List.of("عندكم ورد"), ROSES)))
                .contains("باقة ورد: 25,000 دينار (متوفر)", "توليب: 40,000 دينار (نافد");
        assertThat(text(ask("Central Kurdish (Sorani)", List.of("گوڵتان هەیە"), ROSES)))
                .contains("25,000 دینار (بەردەستە)");
        assertThat(text(ask("Northern Kurdish", List.of("gul heye"), ROSES))).contains("25,000 dînar (heye)");
        assertThat(text(ask("English", List.of("roses"), ROSES))).contains("25,000 IQD (in stock)");
        assertThat(text(ask("Arabic", List.of("عندكم قمر"), "{'products':[]}"))).contains("ما لگيت");
    }

    @Test
    void an_order_with_all_details_is_searched_and_quoted() {
        var quoting = ask(
                "Arabic",
                List.of("اريد اطلب 2 باقة ورد، علي كريم، بغداد، الكرادة، قرب جسر المعلق، 07701234567"),
                ROSES);

        assertThat(tool(quoting)).isEqualTo("quote_cart");
        assertThat(quoting.calls().getFirst().arguments())
                .isEqualTo("{'items':[{'sku':'ROSE','quantity':2}],'provinceCode':'بغداد','areaId':'الكرادة',"
                                .replace('\'', '"')
                        + "\"recipientName\":\"علي كريم\",\"address\":\"قرب جسر المعلق\"}");
    }

    @Test
    void an_order_without_details_asks_for_them_and_goes_on_with_the_next_message() {
        assertThat(text(ask("Arabic", List.of("اريد اطلب باقة ورد"), ROSES))).contains("25,000 دينار", "المحافظة");
        var turns = List.of(
                "عندكم باقة ورد؟",
                "اي اطلب وحدة",
                "الاسم: علي كريم\nالمحافظة: بغداد\nالمنطقة: الكرادة\nقرب الجامع\nشارع 62");

        var quoting = ask("Arabic", turns, ROSES);

        assertThat(tool(ask("Arabic", turns))).isEqualTo("search_products");
        assertThat(arguments(ask("Arabic", turns)).path("query").stringValue()).isEqualTo("باقة ورد");
        assertThat(arguments(quoting).path("address").stringValue()).isEqualTo("قرب الجامع شارع 62");
        assertThat(arguments(quoting).path("recipientName").stringValue()).isEqualTo("علي كريم");
    }

    @Test
    void a_number_in_the_name_of_a_product_is_no_quantity() {
        var turns = List.of("اطلب باقة ورد (12)، علي كريم، بغداد، الكرادة، قرب جسر المعلق");

        assertThat(arguments(ask("Arabic", turns, ROSES))
                        .at("/items/0/quantity")
                        .intValue())
                .isEqualTo(1);
        assertThat(arguments(ask("Arabic", List.of("2 " + turns.getFirst()), ROSES))
                        .at("/items/0/quantity")
                        .intValue())
                .isEqualTo(2);
        assertThat(arguments(ask("Arabic", List.of("اطلب ROSE-12 عدد 2، علي كريم، بغداد، الكرادة، قرب الجسر"), ROSES))
                        .at("/items/0/quantity")
                        .intValue())
                .isEqualTo(2);
    }

    @Test
    void a_number_that_was_missing_continues_the_order() {
        var turns = List.of("order 3 roses, Ali, Baghdad, Karrada, near the bridge", "0770 123 4567");

        var quoting = ask("English", turns, ROSES);

        assertThat(tool(quoting)).isEqualTo("quote_cart");
        assertThat(arguments(quoting).at("/items/0/quantity").intValue()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'quoted':true,'total':30000,'currency':'IQD'} | 30,000 دينار",
                "{'problem':'phone_needed','advice':'Ask'} | رقم موبايلك",
                "{'problem':'not_enough_in_stock','products':['x']} | ما بقى",
                "{'problem':'not_for_sale','skus':['x']} | ما لگيت",
                "{'problem':'area_ambiguous','areas':[{'nameAr':'الكرادة داخل'},{'nameAr':'الكرادة خارج'}]} | الكرادة داخل",
                "{'error':'there is no such province','field':'provinceCode'} | المنطقة"
            })
    void what_a_quote_comes_to_is_told(String json, String said) {
        var order = List.of("اريد اطلب ورد، علي، بغداد، الكرادة، قرب الجامع");

        assertThat(text(ask("Arabic", order, ROSES, json))).contains(said);
    }

    @Test
    void orders_and_the_shop_are_told_of() {
        assertThat(text(ask(
                        "Arabic",
                        List.of("وين طلبي"),
                        "{'found':true,'order':{'orderRef':'SN-7K3F-9QXM','number':1042,'status':'OutForDelivery',"
                                + "'total':30000,'currency':'IQD'}}")))
                .isEqualTo("طلبك رقم 1042: بالطريق إلك، والمجموع 30,000 دينار.");
        assertThat(text(ask("English", List.of("my order 99999"), "{'found':false}")))
                .contains("no such order");
        assertThat(text(ask(
                        "English",
                        List.of("delivery to Basra?"),
                        "{'topic':'delivery','texts':[{'text':'Two days.'}],'deliveryFee':5000,'currency':'IQD'}")))
                .isEqualTo("Two days.\nDelivery costs 5,000 IQD.");
        assertThat(tool(ask("English", List.of("can I return it"), "{'topic':'returns','texts':[]}")))
                .as("what the shop does not say, people must")
                .isEqualTo("handoff_to_staff");
    }

    @Test
    void nothing_is_said_twice_in_the_same_words() {
        var first = text(ask("هلو"));
        var second = text(ask("هلو", first, "هلو"));
        var third = text(ask("هلو", first, "هلو", second, "هلو"));

        assertThat(List.of(first, second, third)).doesNotHaveDuplicates();
    }

    @Test
    void the_customers_letters_decide_where_the_instructions_name_no_language() {
        assertThat(text(ask("", List.of(new UserTurn("سڵاو"))))).startsWith("بەخێربێیت");
        assertThat(text(ask("", List.of(new UserTurn("سلام"))))).startsWith("حياك");
        assertThat(text(ask("", List.of(new UserTurn("rojbaş"))))).startsWith("Tu bi xêr");
        assertThat(text(ask("", List.of(new UserTurn("hi"))))).startsWith("Welcome");
        assertThat(text(ask("", List.of(new UserTurn("👍"))))).isNotBlank();
    }

    @Test
    void the_same_request_gives_the_same_answer_and_the_same_tokens() {
        var answered = ask("شكد سعر باقة الورد");

        assertThat(ask("شكد سعر باقة الورد")).isEqualTo(answered);
        assertThat(answered.usage().estimated()).isFalse();
        assertThat(answered.usage().input()).isGreaterThan(20);
        assertThat(answered.usage().output()).isPositive();
    }

    @Test
    void it_keeps_to_the_tokens_it_has_and_to_the_tools_it_is_offered() {
        var tight = SandboxModel.answer(new ChatRequest("s", "", List.of(new UserTurn("هلو")), TOOLS, 2, null));
        var bare = (Answered)
                SandboxModel.answer(new ChatRequest("s", "", List.of(new UserTurn("اريد موظف")), List.of(), 800, null));

        assertThat(((TurnFault) tight).kind()).isEqualTo(TurnFaultKind.CUT_OFF);
        assertThat(bare.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'',''", "' ',[1]", "0770,{", "'،،،،،,,,,',{}", "اطلب,'{\"products\":[{}]}'"})
    void no_text_and_no_answer_of_a_tool_confuses_it(String text, String result) {
        var turns = List.<ChatTurn>of(
                new UserTurn(text),
                new AssistantTurn(null, List.of(new ToolCall("1", "search_products", "{}"))),
                new ToolTurn(List.of(new ToolAnswer("1", "search_products", result))));

        assertThat(ask("", List.of(new UserTurn(text)))).isNotNull();
        assertThat(ask("", turns)).isNotNull();
    }
}
