package iq.sendy.agent.model;

/** Words by which a customer's message goes to people, in the languages of customers; Arabic in Latin letters among them. */
final class HandOffWords {

    static final PhraseList SELF_HARM = PhraseList.of("""
            انتحر, انتحار, اقتل نفسي, اموت نفسي, اريد اموت, ودي اموت, انهي حياتي, اخلص من حياتي, ما اريد اعيش, ماريد اعيش
            خۆم دەکوژم, خۆکوشتن, دەمەوێ بمرم, دەمەوێت بمرم, خۆکوژی, کۆتایی بە ژیانم
            xwe dikujim, xwe bikujim, xwe kustin, xwekustin, dixwazim bimirim
            kill myself, suicide, end my life, want to die, hurt myself, harm myself, self harm
            antihar, antaher
            """);

    /** Animals, bins and low heels are for sale: such words count where somebody is called so. */
    static final PhraseList ABUSE = PhraseList.of("""
            يا كلب, يا حيوان, يا حقير, يا زباله, يا واطي, يا تافه, انتو حيوانات, حقير, حقراء, تافهين, قذرين, كس امك, كسمك, كس اختك
            قواد, كواد, كحبه, قحبه, عاهره, شرموط*, منيوك, خرا عليكم, خره عليكم, طز بيكم, العن ابو*, انعل ابو*, نعال بوجهك, ابن الكلب
            سەگباب, ئەی سەگ, ئەی حەیوان, بێشەرەف, بێ شەرەف, گوو بخۆ, گو بخۆ, قەحپە, خوێڕی, بێ ئابڕوو, دایکت بگێم
            kuciko, beseref, be seref, gu bixwe, qehpe
            fuck, fuck*, bitch, asshole, bastard, bastards, idiots, stupid people, son of a bitch
            ya kalb, 7qeer, kus omk, kosomk
            """);

    static final PhraseList LEGAL = PhraseList.of("""
            محكمه, محاكم, محامي, المحامي, دعوى, دعوه قضائيه, ارفع دعوى, اقاضيكم, نقاضيكم, قانونيا, اجراء قانوني, اجراءات قانونيه
            بالقانون, مركز شرطه, مركز الشرطه, اشتكي بالشرطه, اروح للشرطه, اتصل بالشرطه, ابلغ الشرطه, حمايه المستهلك
            الجرائم الالكترونيه, امن وطني, الامن الوطني
            دادگا, پارێزەر*, دەچمە پۆلیس, لای پۆلیس, بۆ پۆلیس, لای ئاسایش, بۆ ئاسایش, سکاڵای یاسایی, یاسایی, پاراستنی بەکاربەر
            dadgeh*, parezer*, li polis*, bi polis*, asayis, yasayi, doz li ser
            lawyer*, attorney, lawsuit, sue you, legal action, in court, to court, the police, consumer protection
            mahkama, muhami
            """);

    static final PhraseList REFUND = PhraseList.of("""
            استرداد, استرد, استرجع فلوس*, استرجاع الفلوس, استرجاع المبلغ, استرجاع فلوسي, ارجاع المبلغ, ارجاع الفلوس, ارجاع فلوسي
            رجع* فلوس*, ارجع* فلوس*, ترجع* فلوس*, ترجعون فلوس*, رجعولي, رجعوا المبلغ, ترجعون المبلغ, اريد فلوسي, فلوسي ترجع
            اريد ارجعه, اريد ارجعها, اريد ارجع الطلب, اريد ترجيع, ارجع القطعه, ارجع المنتج, ارجع الطلب, ارجاع الطلب, ارجاع المنتج الي
            عوضوني, اريد تعويض, ارجعولي, رجعلي المبلغ, ارجعلي المبلغ, ارجعوا المبلغ, رجعو المبلغ, ارجعو المبلغ
            پارەکەم بگەڕێن*, پارەکەم بگەڕێنەوە, پارەکەم دەوێ*, گەڕاندنەوەی پارە, پارەکەم بدەنەوە, پارەکەم بدەرەوە, دەمەوێ بیگەڕێنمەوە
            داوای پارەکەم, پارەکەم وەردەگرمەوە, پارەکەم وەربگرمەوە, پارەکەم بۆ بگەڕێن*, پارەکەمان بگەڕێن*, پارەکەمان بدەنەوە
            بیگەڕێنمەوە, دەیگەڕێنمەوە, قەرەبووم
            pereye min vegerin*, pereyen min vegerin*, peren min vegerin*, pere min vegerin*, vegerandina pere*, dixwazim vegerinim
            refund*, money back, want my money, return my order, return the order, return this, return it, want to return, send it back, chargeback
            floosi, flousi, flosi, raj3oli, rj3oli, raj3o*
            """);
    /** A question about the rule, which the agent may answer. */
    static final PhraseList REFUND_QUESTION = PhraseList.of("""
            refund policy, return policy, refund policies, returns policy, سياسه الاسترداد, سياسه الارجاع, سياسه الاسترجاع
            can i return, could i return, can we return, possible to return, اكدر ارجع*, اكو ارجاع, يصير ارجع*, يصير الارجاع, دەکرێ بیگەڕێنمەوە, دەتوانم بیگەڕێنمەوە, dikarim vegerinim
            """);

    static final PhraseList COMPLAINT = PhraseList.of("""
            شكوى, شكوه, شكاوي, شكاوى, اشتكي, اشتكيت, تشكي, مقدم شكوى, زعلان منكم, ما راضي, مو راضي, مراضي, غير راضي, خدمه سيئه, خدمه تعبانه
            خدمتكم سيئه, خدمتكم تعبانه, خدمتكم زفت, زفت, معاملتكم, معامله سيئه, تعامل سيء, نصابين, نصاب, نصب علينا, نصبتوا, غشاشين, غشيتوني
            احتيال, محتالين, حراميه, حرامي, كذابين, كذاب, تكذبون, ضحكتوا علينا, ضحكتو علي
            وصل مكسور, وصلني مكسور, وصلتني مكسوره, وصل تالف, وصلني تالف, وصلني خربان, وصل خربان, اجا خربان, اجاني خربان, طلع خربان, طلع مكسور
            طلع عاطل, وصلني عاطل, وصل ناقص, وصلني ناقص, الطلب ناقص, غير اللي طلبته, مو اللي طلبته, مو نفس اللي طلبته, غير الطلب, غلط بالطلب
            المنتج مكسور, المنتج خربان, المنتج تالف, القطعه مكسوره, القطعه خربانه, الطلب مكسور, الطلب خربان, وصلت مكسوره, اجت مكسوره
            طلعت مكسوره, اجاني مكسور, اجتني مكسوره, وصل غلط, وصلني غلط, وصلتني غلط, اجاني غلط, اجتني غلط, وصلني غير
            انصبت علي*, انصب علي*, انسرقت, دفعت وما وصل*, وما وصلني شي, ما وصلني شي, ماوصلني شي, وما وصل, وماوصل
            المندوب سبني, المندوب غلط علي*, السايق سبني, سبني, شتمني, صارلي اسبوع انتظر, صارلي ايام انتظر, متاخرين هوايه
            ما وصل طلبي, ماوصل طلبي, طلبي ما وصل, طلبي ماوصل, ليش ما وصل, ليش ماوصل, تاخرتوا, تأخرتوا علي, اتاخر الطلب, طلبي متاخر
            سکاڵا*, شکات*, گلەیی, رازی نیم, ڕازی نیم, خزمەتگوزاریتان خراپە, خراپە خزمەت*, فێڵتان, فێڵم لێ*, فێڵ دەکەن, ساختەچی*, درۆزن*, ئێوە دزن
            شکاوە, شکاو بوو, بە شکاوی, خراپە گەیشت, تێکچووە, کار ناکات, هەڵەیە داواکاری*, داواکاریم نەگەیشت*, داواکارییەکەم نەگەیشت*, دواکەوت*
            gili*, gazin*, giliname, ne razi me, razi nin im, xizmeta we xirab*, derewin*, xapand*, sextekar*, diz in
            skesti gihist, sikesti, xirabe gihist, xirab e gihist, nexebite, naxebite, sifarisa min negihist*, dereng ma
            complain*, complaint*, terrible service, bad service, worst service, awful service, not satisfied, unhappy with, disappointed, scam*, fraud*, liar, liars
            thieves, you cheated, arrived broken, came broken, is broken, was broken, arrived damaged, came damaged, is damaged, defective, wrong item, wrong order, wrong product
            missing item, not what i ordered, never arrived, hasn t arrived, not arrived, didn t arrive, did not arrive, still waiting for my order, where is my money
            shakwa, nassab*, nasab*, ghashash*, 7aramiya
            """);

    /** What people alone do to an order that was placed. */
    static final PhraseList ORDER_CHANGE = PhraseList.of("""
            الغي طلبي, الغي الطلب, الغوا طلبي, الغوا الطلب, الغولي*, الغيلي*, اريد الغاء الطلب, اريد الغاء طلبي, الغاء طلبي, لغوا طلبي, لغولي الطلب
            غيروا العنوان, غيرولي العنوان, غيرلي العنوان, اغير عنوان الطلب, اغير عنوان طلبي, غيروا عنوان*, اريد اغير العنوان, اريد اغير عنواني
            داواکاریەکەم هەڵبوەشێنەوە, داواکارییەکەم هەڵبوەشێنەوە, داواکاریەکەم هەڵوەشێننەوە, داواکارییەکەم هەڵوەشێننەوە
            siparisa min betal bik*, sifarisa min betal bik*
            cancel my order, cancel the order, cancel order, change my address, change the delivery address, change the address
            """);

    static final PhraseList PERSON = PhraseList.of("""
            موظف, موظفه, اكلم موظف, احجي ويه موظف, احچي ويه, احجي وياكم شخصيا, اريد احجي, اريد احچي, اكلم احد, اكلم شخص, اكلم انسان, احجي ويه احد
            احجي وي احد, احجي مع احد, احجي مع شخص, اتكلم مع احد, اتكلم مع شخص, اتكلم ويه, انسان حقيقي, شخص حقيقي, احد حقيقي, بشر, مو روبوت
            انت روبوت, انت بوت, خدمه العملاء, خدمه الزبائن, اكلم المدير, اكلم صاحب, صاحب المحل, صاحب المتجر, صاحب البيج
            المدير, مسؤول, المسؤول, مسوول, حولني, حولوني, اتصلوا بي, اتصلو بي, اتصلوا بيه, خابروني, دقولي, دقوا علي, اريد احد يتصل, مندوب مبيعات, خلي احد يرد
            کارمەند*, لەگەڵ کەسێک, قسە لەگەڵ, لەگەڵ مرۆڤ, مرۆڤ, کەسێکی راستەقینە, کەسێکی ڕاستەقینە, بەڕێوەبەر*, خاوەنی دوکان*, خاوەنی فرۆشگا*, خاوەنی پەیج*, خاوەن دوکان*, پەیوەندیم پێوە بکەن, تەلەفۆنم بۆ بکە*
            رۆبۆت*, ڕۆبۆت*, ڕۆبۆتیت, تۆ بۆتی, خزمەتگوزاری کڕیار*
            karmend*, bi kesek*, bi mirov*, mirovek*, bi yek* re biaxiv*, biaxivim, birevebir*, xwediye firosgeh*, xwediye dikan*, telefoni min bik*, robot*
            human, real person, a person, live person, talk to someone, speak to someone, speak with someone, talk with someone, speak to a, talk to a, an agent, live agent
            customer service, customer support, representative, the manager, a manager, your manager, the owner, call me, are you a bot, are you a robot, a bot, not a bot, real human, operator
            kesek* rasteqin*, mirove* rasteqin*, insanek* rasteqin*, kesek* rastin*, bi insan*, bila kesek* bersiv*, bila mirovek* bersiv*
            xizmeta misteri*, xizmeta kiriyar*, xizmetguzariya kiriyar*, xizmetguzariya misteri*, berpirs*, rayedar*, gerinende*, mudire, muduri, muduru
            xwediye dukan*, xwediye rupel*, xwediye mexaze*, li min telefon bik*, telefoni me bik*, ji min re telefon bik*, ji kerema xwe telefon bikin
            peywendi bi min*, pewendi bi min*, tekili bi min*, bi min re biaxiv*, tu bot i, tu bot e, ma tu bot*
            muwadaf, muwathaf, mowazaf, ahchi wia, ahchi wya, akalim, insan 7a8e8i
            muwadhaf*, muwazaf*, muwazzaf*, mowadhaf*, mowathaf*, mowadaf*, mowazzaf*, mwadhaf*, mwathaf*, mwadaf*, mwazaf*, mwazzaf*, mwaththaf*, muwaththaf*
            a7chi wia*, a7chi wiya*, a7chi wya*, a7chi wiyya*, a7chy wya*, a7chy wia*, a7chi ma3, a7ki ma3, a7ki wya*, a7ki wiya*, ahchi wiya*, ahchi wiyya*, ahchy wya*
            ahchi ma3, ahki ma3, ahki wya*, ahki wiya*, areed a7chi, arid a7chi, ared a7chi, areed ahchi, arid ahchi, ared ahchi
            akallim, akalem, akallem, akalm, atkalam wya*, atkalam wiya*, atkalam ma3, atkallam wya*, atkallam wiya*, atkallam ma3
            khali ahad*, khalli ahad*, khali a7ad*, khalli a7ad*, khali wahid yrod, khali wahed yrod, khalli wahid yrud, khalli wahed yrud
            insan haqiqi, insan 7aqiqi, insan 7a2i2i, shakhis haqiqi, shakhs haqiqi, shakhis 7aqiqi, shakhs 7aqiqi, mu robot, mo robot
            enta bot, inta bot, anta bot, enti bot, inti bot, el mudeer, el mudir, al mudeer, al mudir, almudeer, almudir, elmudeer, elmudir, lmudeer, lmudir, mudeer, mudir, modeer
            masool, mas2ool, mas2ul, masoul, elmasool, almasool, sahib el mahal, sahib al mahal, sahib almahal, sa7ib el ma7al, sa7ib al ma7al, sa7b el ma7al, sahb el mahal
            ittasel bi*, ittisel bi*, itasel bi*, etasel bi*, ittislo bi*, ittislu bi*, itaslo bi*, etaslo bi*, khaberni, khabirni, khabroni, khabruni, 5abroni, 5abruni
            dug 3ali, dug 3alya, duqli, dugli, dgli, dugoli, duguli, dgoli, duqoli, hawilni, hawelni, hawloni, hawluni, 7awilni, 7awelni, 7awloni, 7awluni
            khidmat al zabaen, khidmat alzabaen, khidmat el zabaen, khidmat el 3umala, khidmat al3umala, khidmat al3omala
            """);
    /** The word has another sense there. */
    static final PhraseList NO_PERSON = PhraseList.of("""
            موظفين بدوائر, هديه لموظف*, هديه للمدير, هديه لمدير*, for a person, per person, for the manager, gift for, a person who, human hair, human size, i am the owner, i m the owner
            robot vacuum, مكنسه روبوت, روبوت تنظيف, لعبه روبوت, كرسي مدير
            hadiya lil mudeer, hadiya lil mudir, hadiya lel mudeer, hadiya lel mudir, hadiya lelmudeer, hadiya lilmudeer, hadiya lmudeer, hadiya lmudir, kursi mudeer, kursi mudir
            diyari ji bo karmend*, diyariyek ji bo karmend*, diyari ji bo rayedar*, diyari ji bo gerinende*, robota paqij*, listika robot*, robotek listik*
            """);

    private HandOffWords() {}
}
