package iq.sendy.agent.model;

import static org.assertj.core.api.Assertions.assertThat;

import iq.sendy.agent.GateRule;
import iq.sendy.agent.GateVerdict;
import iq.sendy.agent.ReplyDraft;
import iq.sendy.agent.ShopFacts;
import iq.sendy.agent.TurnFacts;
import iq.sendy.kernel.Currency;
import iq.sendy.kernel.Phone;
import iq.sendy.messaging.ReplyLanguage;
import iq.sendy.meta.ChannelType;
import iq.sendy.orders.OrderStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyGateTest {

    private static final Phone OURS = new Phone("9647701234567");
    private static final ShopFacts FLORA =
            new ShopFacts("Flora", "flora", "sendy.example", Set.of("flora.example"), Set.of(OURS), Currency.IQD, null);
    private static final TurnFacts TOLD = new TurnFacts(
            Set.of(25_000L, 5_000L, 30_000L),
            Set.of("https://track.example/t/SN-7K3F-9QXM"),
            Set.of(),
            Map.of("SN-7K3F-9QXM", OrderStatus.PENDING, "1042", OrderStatus.PENDING),
            Set.of("ROSE-RED-50", "5901234123457"),
            Set.of(),
            false,
            null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "هلا بيكم 🌷 باقة الورد الأحمر سعرها 25,000 دينار ومتوفرة.",
                "السعر ٢٥ ألف والتوصيل ٥ آلاف، المجموع ٣٠ ألف دينار.",
                "الباقة بـ25 الف والتوصيل لبغداد 5 الاف",
                "متوفر قياسات 38,39,40 وبثلاث الوان، يوصلكم خلال 2-3 أيام",
                "دوامنا من 9 صباحاً الى 10 مساءً",
                "تكدرون تتصلون بينا على 0770 123 4567",
                "رقمنا ٠٧٧٠١٢٣٤٥٦٧ بالخدمة",
                "كل التفاصيل هنا: https://flora.example/p/rose-red",
                "متجرنا https://sendy.example/s/flora/products/rose شوفوا الكولكشن",
                "تتبع الطلب: https://track.example/t/SN-7K3F-9QXM",
                "طلبكم SN-7K3F-9QXM بالطريق",
                "طلبكم رقم 1042 بالطريق والمبلغ 30,000 دينار",
                "عندنا ROSE-RED-50 متوفر",
                "تحبون نحجزلكم وحدة؟",
                "👍 تمام، شنو اسمكم وعنوانكم؟",
                "التوصيل مو مجاني، سعره 5,000 دينار",
                "ما عدنا ضمان على الورد",
                "iPhone 13 Pro Max 256GB متوفر بسعر 25,000 دينار"
            })
    void what_tools_told_may_be_said(String text) {
        assertThat(judge(text)).as(text).isInstanceOf(GateVerdict.Passed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AR|MONEY|السعر 24,000 دينار",
                "AR|MONEY|نسويلكم ياها بـ20 ألف",
                "AR|MONEY|السعر 20 دولار",
                "AR|MONEY|خصم خاص الكم، بس عشرين ألف",
                "AR|MONEY|السعر ٢٤٬٠٠٠",
                "AR|MONEY|السعر 2\u200B4,000",
                "AR|MONEY|السعر 𝟐𝟒,𝟎𝟎𝟎 دينار",
                "AR|MONEY|السعر २४००० دينار",
                "AR|MONEY|التوصيل 0 دينار",
                "CKB|MONEY|نرخی ٢٠ هەزار دینارە، بەڵێ هەیە",
                "KMR|MONEY|Bihayê wê 20 hezar dînar e",
                "EN|MONEY|It costs 24k",
                "EN|MONEY|You can have it for twenty thousand dinars",
                "AR|URL|تفضلوا https://evil.example/flora شوفوه",
                "AR|URL|تفضلوا evil.com/flora شوفوه",
                "AR|URL|راسلونا على wa.me/9647701234567",
                "AR|URL|https://sendy.example/s/florapirate شوفوا",
                "AR|URL|https://flora.example@evil.com/ شوفوا",
                "AR|URL|https://flora.example.evil.com/ شوفوا",
                "AR|URL|https://sendy.example/s/flora/../other شوفوا",
                "AR|URL|javascript://flora.example/%0aalert(1) شوفوا",
                "AR|URL|راسلونا flora@mail.com",
                "AR|URL|شوفوا bit.ly/3abc",
                "AR|PHONE|اتصلوا على 07809876543",
                "AR|PHONE|اتصلوا على ٠٧٨٠ ٩٨٧ ٦٥٤٣",
                "AR|PHONE|اتصلوا على 0 7 8 0 9 8 7 6 5 4 3",
                "AR|PHONE|اتصلوا على +90 532 123 4567",
                "AR|PHONE|رقمنا 07701234567 او 07809876543",
                "AR|ORDER_REFERENCE|طلبكم SN-AAAA-BBBB بالطريق",
                "AR|ORDER_REFERENCE|طلبكم رقم 1043 بالطريق",
                "AR|ORDER_REFERENCE|رقم الطلب: 77",
                "EN|ORDER_REFERENCE|Your order #999 is on its way",
                "EN|INTERNALS|I used search_products for that",
                "EN|INTERNALS|Sure: {\"sku\":\"ROSE\"}",
                "EN|INTERNALS|The key is sk-abcdef1234567890",
                "EN|INTERNALS|My note says ref 7q4m zeitun 2291 kani",
                "EN|INTERNALS|<tool_result>done</tool_result>",
                "EN|INTERNALS|id 0192f3a4-5b6c-7d8e-9f00-112233445566",
                "EN|INTERNALS|Rule: Prices, stock, delivery fees, policies and the state of orders are never guessed",
                "AR|LANGUAGE|Sure, we have it in black and in red",
                "AR|LANGUAGE|بەڵێ هەیە، نرخی گەیاندنیش لەگەڵیەتی زۆر باشە",
                "CKB|LANGUAGE|نعم متوفر عدنا منه كل القياسات والالوان حاضر",
                "EN|LANGUAGE|نعم متوفر عدنا",
                "KMR|LANGUAGE|Yes, we have it and you can order it today",
                "EN|LANGUAGE|Ez dixwazim ji we re bêjim ku heye û baş e",
                "EN|LANGUAGE|Да, есть в наличии",
                "AR|PROMISE|التوصيل مجاناً الكم",
                "AR|PROMISE|وياها ضمان سنة",
                "AR|PROMISE|نرجعلك فلوسك اذا ما عجبتك",
                "AR|PROMISE|اكو خصم 20% اليوم",
                "CKB|PROMISE|گەیاندن بەخۆڕاییە بۆ ئێوە، بەخۆڕایی",
                "KMR|PROMISE|Gihandin belaş e ji bo we heye",
                "EN|PROMISE|We guarantee it and delivery is free",
                "EN|PROMISE|You get a full refund",
                "EN|PROMISE|No worries, free delivery for you",
                "CKB|PROMISE|گەیاندن بەخۆڕاییە",
                "CKB|PROMISE|گەیاندن خۆڕاییە بۆ ئێوە",
                "CKB|PROMISE|ئەمە بێبەرامبەرە",
                "CKB|PROMISE|گەیاندن بەلاشە",
                "AR|PROMISE|نرجعلكم المبلغ كامل",
                "AR|PROMISE|نص السعر اليوم",
                "AR|PROMISE|كود الخصم ROSE20"
            })
    void what_no_tool_told_is_held_back(ReplyLanguage language, GateRule rule, String text) {
        assertThat(judge(text.translateEscapes(), language)).as(text).isEqualTo(new GateVerdict.Failed(rule));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Feel free to ask!",
                "It is sugar-free and available in two sizes.",
                "That is a free size dress.",
                "No free delivery, sorry. It costs 5,000 IQD.",
                "We have 3 pieces left in size 42.",
                "iPhone 13 is in stock.",
                "Your order SN-7K3F-9QXM is on its way.",
                "It arrives on 12/11/2026, between 10:00 and 14:30.",
                "Yes, Nokia 3310 and RTX 4090 are in stock.",
                "Thanks.Is there anything else?",
                "25,000 IQD"
            })
    void english_that_sounds_like_it_is_not_held_back(String text) {
        assertThat(judge(text, ReplyLanguage.EN)).as(text).isInstanceOf(GateVerdict.Passed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "بەڵێ هەیە، نرخەکەی ٢٥ هەزار دینارە و گەیاندن ٥ هەزارە.",
                "سڵاو، ڕەنگی ڕەش و سوورمان هەیە. کامیانت دەوێت؟",
                "گەیاندن بەخۆڕایی نییە، ٥,٠٠٠ دینارە.",
                "باقة ورد احمر هەیە بە ٢٥,٠٠٠ دینار، دەتانەوێت؟"
            })
    void sorani_passes(String text) {
        assertThat(judge(text, ReplyLanguage.CKB)).as(text).isInstanceOf(GateVerdict.Passed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Erê heye, bihayê wê 25 hezar dînar e.",
                "Rojbaş, hûn kîjan rengî dixwazin?",
                "Gihandin 5.000 dînar e."
            })
    void kurmanji_passes(String text) {
        assertThat(judge(text, ReplyLanguage.KMR)).as(text).isInstanceOf(GateVerdict.Passed.class);
    }

    @Test
    void nothing_and_too_much_are_no_replies() {
        assertThat(judge(" \u200B \n")).isEqualTo(new GateVerdict.Failed(GateRule.EMPTY));
        assertThat(judge("تمام ".repeat(1_000))).isEqualTo(new GateVerdict.Failed(GateRule.LENGTH));
    }

    @Test
    void instagram_takes_two_messages_at_most() {
        var sentence = "عدنا باقات ورد حلوة بكل الالوان وتكدرون تختارون اللي يعجبكم من المتجر. ";
        var two = (GateVerdict.Passed) ReplyGate.judge(draft(sentence.repeat(10), ChannelType.INSTAGRAM), TOLD, FLORA);

        assertThat(two.parts()).hasSize(2);
        assertThat(ReplyGate.judge(draft(sentence.repeat(20), ChannelType.INSTAGRAM), TOLD, FLORA))
                .isEqualTo(new GateVerdict.Failed(GateRule.LENGTH));
    }

    @Test
    void the_last_two_replies_are_not_said_again() {
        var said = List.of("شنو اللون اللي تحبونه؟", "تمام، شنو العنوان؟", "وشنو الاسم؟");

        assertThat(again("تمام شنو العنوان", said)).isEqualTo(new GateVerdict.Failed(GateRule.REPEATED));
        assertThat(again("وشنو الاسم؟ ", said)).isEqualTo(new GateVerdict.Failed(GateRule.REPEATED));
        assertThat(again("شنو اللون اللي تحبونه؟", said)).isInstanceOf(GateVerdict.Passed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AR|تم تثبيت طلبك وراح يوصلك باجر",
                "AR|ثبتت الطلب الكم",
                "CKB|داواکارییەکەت تۆمار کرا",
                "KMR|Siparîşa te hat tomarkirin",
                "EN|Great news, your order has been placed!"
            })
    void an_order_is_placed_where_a_tool_told_of_one(ReplyLanguage language, String text) {
        var none = TurnFacts.of(Set.of(25_000L)).withPolicies(Set.of("التوصيل مجاني، وكل القطع عليها ضمان"));

        assertThat(ReplyGate.judge(draft(text, language), none, FLORA))
                .as("whatever a policy says")
                .isEqualTo(new GateVerdict.Failed(GateRule.PROMISE));
        assertThat(judge(text, language)).isInstanceOf(GateVerdict.Passed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AR|اضغط على زر التأكيد حتى يتم تثبيت الطلب",
                "AR|ما تم تثبيت الطلب لحد الآن، اضغط تأكيد",
                "AR|بعد ما يتم تأكيد الطلب نتواصل وياكم",
                "AR|تحبون اثبت الطلب الكم؟",
                "AR|اذا عندك كود خصم تكدر تكتبه بصفحة الطلب",
                "AR|ما عدنا كود خصم حاليا",
                "CKB|داواکارییەکەت هێشتا تۆمار نەکراوە",
                "CKB|دوای ئەوەی داواکارییەکەت تۆمار کرا پەیوەندیت پێوە دەکەین",
                "EN|Once your order is placed, you get a link to follow it.",
                "EN|Please tap the button and your order is placed.",
                "EN|It is not placed yet: shall I quote it?"
            })
    void what_has_to_be_done_for_an_order_or_a_discount_may_be_said(ReplyLanguage language, String text) {
        assertThat(ReplyGate.judge(draft(text, language), TurnFacts.of(Set.of(25_000L)), FLORA))
                .isInstanceOf(GateVerdict.Passed.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AR|تم إلغاء طلبك",
                "AR|طلبك انلغى وما تدفع شي",
                "AR|الغيت طلبك",
                "AR|غيرنا العنوان إلى الكرادة",
                "AR|تم تأكيد طلبك وراح يوصل باجر",
                "AR|ارجعنالك فلوسك",
                "CKB|داواکارییەکەت هەڵوەشایەوە",
                "EN|I cancelled your order",
                "EN|Your address has been updated",
                "AR|خصم 10 بالمية",
                "AR|خصم عشرة بالمئة",
                "CKB|٢٠ لە سەدا داشکاندن هەیە",
                "EN|You get ten percent off",
                "AR|ماكو أجرة توصيل",
                "AR|بدون رسوم توصيل",
                "AR|التوصيل صفر",
                "EN|The delivery is on us",
                "EN|No shipping charge today",
                "EN|We pay the delivery",
                "CKB|بێ کرێی گەیاندن بۆ ئێوە",
                "AR|اشتري وحدة والثانية هدية",
                "AR|الثانية علينا",
                "EN|Buy one get one",
                "AR|بعشرين بس لأجلك",
                "AR|بسعر الجملة الكم",
                "AR|ننزلك السعر",
                "EN|Just use code VIP50"
            })
    void what_a_model_can_not_do_or_give_is_not_said(ReplyLanguage language, String text) {
        assertThat(judge(text, language)).as(text).isEqualTo(new GateVerdict.Failed(GateRule.PROMISE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AR|CANCELLED|طلبك ملغي",
                "EN|CANCELLED|Your order has been cancelled.",
                "AR|CONFIRMED|تم تأكيد طلبك",
                "EN|IN_TRANSIT|Your order is confirmed and on its way.",
                "AR|PENDING|اذا تريد الغاء الطلب احولك على موظف",
                "EN|PENDING|Once your order is cancelled you pay nothing."
            })
    void of_an_order_its_status_may_be_said(ReplyLanguage language, OrderStatus status, String text) {
        assertThat(ReplyGate.judge(draft(text, language), of(status), FLORA))
                .as(text)
                .isInstanceOf(GateVerdict.Passed.class);
    }

    private static TurnFacts of(OrderStatus status) {
        return new TurnFacts(Set.of(), Set.of(), Set.of(), Map.of("1042", status), Set.of(), Set.of(), false, null);
    }

    @Test
    void a_policy_permits_its_promises_and_a_fee_of_nothing_that_of_free_delivery() {
        var policy = TOLD.withPolicies(Set.of("كل القطع عليها ضمان سنة"));
        var free = new TurnFacts(Set.of(25_000L), Set.of(), Set.of(), Map.of(), Set.of(), Set.of(), true, null);

        assertThat(judge("وياها ضمان سنة", policy)).isInstanceOf(GateVerdict.Passed.class);
        for (var more : List.of(
                "خصم 50%", "نسويلك الباقة بنص السعر", "نرجعلك فلوسك كلها", "التوصيل مجاني", "كود الخصم مالتك VIP50")) {
            assertThat(judge(more, policy)).as(more).isEqualTo(new GateVerdict.Failed(GateRule.PROMISE));
        }
        var paying = TOLD.withPolicies(Set.of("التوصيل مجاني لكل العراق", "المندوب يتصل قبل لا يوصل"));
        assertThat(judge("التوصيل مجاني الكم", paying)).isInstanceOf(GateVerdict.Passed.class);
        assertThat(judge("القطعة الثانية مجانا", paying)).isEqualTo(new GateVerdict.Failed(GateRule.PROMISE));
        assertThat(judge("التوصيل مجاني الكم", free)).isInstanceOf(GateVerdict.Passed.class);
        assertThat(judge("التوصيل 0 دينار", free)).isInstanceOf(GateVerdict.Passed.class);
        assertThat(judge("القطعة الثانية مجانا", free)).isEqualTo(new GateVerdict.Failed(GateRule.PROMISE));
        assertThat(judge("وياها ضمان سنة", free)).isEqualTo(new GateVerdict.Failed(GateRule.PROMISE));
    }

    @Test
    void dollars_of_a_shop_in_dollars_are_told_to_the_cent() {
        var shop = new ShopFacts("Flora", "flora", "sendy.example", Set.of(), Set.of(), Currency.USD, null);
        var told = TurnFacts.of(Set.of(25_50L));

        assertThat(ReplyGate.judge(draft("It is $25.50.", ReplyLanguage.EN), told, shop))
                .isInstanceOf(GateVerdict.Passed.class);
        assertThat(ReplyGate.judge(draft("It is $25.", ReplyLanguage.EN), told, shop))
                .isEqualTo(new GateVerdict.Failed(GateRule.MONEY));
        assertThat(ReplyGate.judge(draft("It is 25,500 dinars.", ReplyLanguage.EN), told, shop))
                .isEqualTo(new GateVerdict.Failed(GateRule.MONEY));
    }

    @Test
    void what_is_sent_has_no_hidden_characters() {
        var passed = (GateVerdict.Passed) judge("تمام\u202E شنو \u2066العنوان\u2069؟ \u0007");

        assertThat(passed.parts()).containsExactly("تمام شنو العنوان؟");
        var bold = (GateVerdict.Passed) judge("السعر **25,000** دينار");
        assertThat(bold.parts()).containsExactly("السعر *25,000* دينار");
    }

    @Test
    void every_fixed_text_passes_in_its_language() {
        var broken = new ArrayList<String>();
        for (var language : ReplyLanguage.values()) {
            for (var text : List.of(
                    FixedText.HAND_OFF,
                    FixedText.CLOSED,
                    FixedText.ERROR,
                    FixedText.OFF_TOPIC,
                    FixedText.ASK_PHONE,
                    FixedText.QUOTE_EXPIRED,
                    FixedText.PRICE_CHANGED,
                    FixedText.QUOTE_CANCELLED)) {
                var facts = text == FixedText.QUOTE_CANCELLED ? of(OrderStatus.CANCELLED) : TOLD;
                var said = draft(FixedTexts.of(language, text), language);
                if (ReplyGate.judge(said, facts, FLORA) instanceof GateVerdict.Failed(var rule)) {
                    broken.add(language + " " + text + " " + rule);
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    private static GateVerdict again(String text, List<String> said) {
        return ReplyGate.judge(new ReplyDraft(text, ReplyLanguage.AR, ChannelType.WHATSAPP, said), TOLD, FLORA);
    }

    private static GateVerdict judge(String text) {
        return judge(text, ReplyLanguage.AR);
    }

    private static GateVerdict judge(String text, TurnFacts facts) {
        return ReplyGate.judge(draft(text, ReplyLanguage.AR), facts, FLORA);
    }

    private static GateVerdict judge(String text, ReplyLanguage language) {
        return ReplyGate.judge(draft(text, language), TOLD, FLORA);
    }

    private static ReplyDraft draft(String text, ReplyLanguage language) {
        return new ReplyDraft(text, language, ChannelType.WHATSAPP, List.of());
    }

    private static ReplyDraft draft(String text, ChannelType channel) {
        return new ReplyDraft(text, ReplyLanguage.AR, channel, List.of());
    }
}
