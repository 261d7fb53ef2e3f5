package iq.sendy.demo;

import iq.sendy.meta.ChannelType;
import iq.sendy.simulator.SimulatedCustomer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What customers of the demo's store write by WhatsApp and Instagram, in Iraqi Arabic and in Sorani, and what they are told:
 * some of it is settled, and some of them wait.
 */
@Component
class DemoConversations implements DemoScene {

    private static final Duration CONNECTED_BEFORE = Duration.ofDays(29);

    /** Before the last messages, which it answers. */
    private static final Duration AGENT_BEGAN_BEFORE = Duration.ofMinutes(4);

    private final DemoInbox inbox;
    private final DemoAgent agent;

    DemoConversations(DemoInbox inbox, DemoAgent agent) {
        this.inbox = inbox;
        this.agent = agent;
    }

    @Override
    public void plan(DemoShop shop) {
        var channels = new EnumMap<ChannelType, UUID>(ChannelType.class);
        shop.simulation().plan(shop.simulation().end().minus(CONNECTED_BEFORE), () -> {
            channels.putAll(inbox.connect(shop));
            inbox.prepareReplies(shop);
            agent.teach(shop);
        });
        shop.simulation()
                .plan(shop.simulation().end().minus(AGENT_BEGAN_BEFORE), () -> agent.switchOn(shop, channels.values()));
        talks(shop, channels).forEach(DemoTalk::plan);
    }

    private List<DemoTalk> talks(DemoShop shop, EnumMap<ChannelType, UUID> channels) {
        return List.of(
                whereIsMyOrder(new DemoTalk(shop, inbox, channels, ChannelType.WHATSAPP, SimulatedCustomer.ZAINAB)),
                deliveryToday(new DemoTalk(shop, inbox, channels, ChannelType.WHATSAPP, SimulatedCustomer.ALI)),
                whiteFlowers(new DemoTalk(shop, inbox, channels, ChannelType.WHATSAPP, SimulatedCustomer.SHILAN)),
                withoutNumber(new DemoTalk(shop, inbox, channels, ChannelType.WHATSAPP, SimulatedCustomer.DILNIA)),
                fromTheStory(new DemoTalk(shop, inbox, channels, ChannelType.INSTAGRAM, SimulatedCustomer.ZAINAB)),
                giftBox(new DemoTalk(shop, inbox, channels, ChannelType.INSTAGRAM, SimulatedCustomer.ALI)),
                whatIsThePrice(new DemoTalk(shop, inbox, channels, ChannelType.INSTAGRAM, SimulatedCustomer.DILNIA)),
                askedOfTheAgent(new DemoTalk(shop, inbox, channels, ChannelType.INSTAGRAM, SimulatedCustomer.SHILAN)));
    }

    private static DemoTalk askedOfTheAgent(DemoTalk talk) {
        return talk.says(at(0, 0, 1), "سڵاو، گوڵی جوریتان هەیە؟ نرخی چەندە؟");
    }

    private static DemoTalk whereIsMyOrder(DemoTalk talk) {
        return talk.says(at(12, 0, 42), "هلو عيني، شكد سعر باقة الجوري الـ١٢ وردة؟")
                .answers(at(12, 0, 36), "هلا بيج زينب 🌹 الباقة ٢٥ ألف، والتوصيل ٥ آلاف داخل بغداد.")
                .says(at(12, 0, 34), "حلو، أريدها باچر العصر للكرادة، والدفع من توصل")
                .answers(at(12, 0, 30), "تدللين، سجلنا الطلب. يتصل بيج المندوب قبل لا يوصل.")
                .says(at(12, 0, 29), "تسلمون ❤️")
                .labels(at(12, 0, 20), "طلب")
                .settles(at(11, 2, 0))
                .says(at(0, 2, 10), "السلام عليكم، وين صار طلبي؟ المندوب ما اتصل لحد هسه")
                .says(at(0, 2, 8), "عندي مناسبة الساعة ٧");
    }

    private static DemoTalk deliveryToday(DemoTalk talk) {
        return talk.says(at(3, 1, 15), "مساء الخير، تسوون تنسيق ورد لعيد ميلاد؟ ميزانيتي ٦٠ ألف")
                .assigns(at(3, 1, 12))
                .answers(
                        at(3, 1, 10),
                        "مساء النور أستاذ علي، أكيد. نسويلك سلة ورد مشكل وية كارت بـ٥٥ ألف مع التوصيل للمنصور.")
                .says(at(3, 1, 4), "تمام اعتمدوها، واكتبوا عليها: كل عام وانتِ بخير مريم")
                .notes(at(3, 1, 2), "يفضّل الاتصال قبل التوصيل بنص ساعة، والبيت مقابل جامع المنصور.")
                .answers(at(3, 1, 0), "صار، باچر الـ٥ العصر تكون عدكم إن شاء الله.")
                .labels(at(3, 0, 58), "مناسبات", "طلب")
                .settles(at(2, 1, 0))
                .says(at(0, 0, 3), "هلو، أريد أحچي وية موظف لو سمحتوا");
    }

    private static DemoTalk whiteFlowers(DemoTalk talk) {
        return talk.says(at(1, 3, 20), "سڵاو، گوڵی سپیتان هەیە بۆ زەماوەند؟")
                .answers(at(1, 3, 9), "سڵاو شیلان گیان 🤍 بەڵێ، گوڵی سپی و لیلیمان هەیە، چەپکێک بە ٤٠ هەزار دینار.")
                .says(at(1, 3, 5), "زۆر جوانە، سوپاس")
                .labels(at(1, 3, 0), "کوردی")
                .assigns(at(1, 2, 50))
                .says(at(0, 0, 35), "دەتوانن سبەینێ بیگەیەننە سلێمانی؟ پارەکە لەکاتی وەرگرتن دەدەم");
    }

    private static DemoTalk withoutNumber(DemoTalk talk) {
        return talk.says(at(0, 5, 30), "سڵاو، نرخی گوڵی جوری چەندە؟")
                .answers(
                        at(0, 5, 12),
                        "سڵاو دلنیا گیان، دەستە گوڵێک بە ٢٥ هەزارە. ژمارەی مۆبایلت بنێرە تا داواکارییەکەت تۆمار بکەین.")
                .notes(at(0, 5, 10), "رقمها غير ظاهر في واتساب، اسألوها عنه قبل تسجيل الطلب.");
    }

    private static DemoTalk fromTheStory(DemoTalk talk) {
        return talk.says(at(6, 4, 0), "هذا البوكس اللي بالستوري بعده موجود؟ 😍")
                .answers(at(6, 3, 48), "موجود حبيبتي، بـ٣٥ ألف وبي شوكولاتة وورد مجفف.")
                .says(at(6, 3, 40), "خوش، آخذه من المحل باچر")
                .settles(at(6, 1, 0))
                .says(at(0, 0, 2), "هلو، عدكم باقة جوري؟ شكد سعرها؟");
    }

    private static DemoTalk giftBox(DemoTalk talk) {
        return talk.says(at(0, 0, 21), "السلام عليكم، شكد بوكس الهدايا الأسود؟")
                .says(at(0, 0, 20), "وإذا أكو مجال توصلوه اليوم لزيونة");
    }

    private static DemoTalk whatIsThePrice(DemoTalk talk) {
        return talk.says(at(2, 6, 0), "چەندە نرخی ئەم چەپکە گوڵە؟")
                .answers(at(2, 5, 50), "٣٠ هەزار دینارە، گەیاندن بۆ هەولێر ٨ هەزارە 🌷")
                .says(at(2, 5, 31), "باشە، دواتر ئاگادارتان دەکەمەوە")
                .settles(at(2, 3, 0));
    }

    /** How long ago. */
    private static Duration at(int days, int hours, int minutes) {
        return Duration.ofDays(days).plusHours(hours).plusMinutes(minutes);
    }
}
