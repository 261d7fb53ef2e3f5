package iq.sendy.shop.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** Crawlers that draw previews of links, or look pages up for search, by the name they give themselves. */
final class Crawlers {

    private static final List<String> NAMES = List.of(
            "whatsapp",
            "facebookexternalhit",
            "facebot",
            "meta-externalagent",
            "instagram",
            "twitterbot",
            "telegrambot",
            "viber",
            "snapchat",
            "tiktok",
            "linkedinbot",
            "slackbot",
            "discordbot",
            "skypeuripreview",
            "pinterest",
            "applebot",
            "googlebot",
            "google-inspectiontool",
            "google-pagerenderer",
            "adsbot-google",
            "bingbot",
            "bingpreview",
            "duckduckbot",
            "yandex");

    private Crawlers() {}

    static boolean sent(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        if (agent == null) {
            return false;
        }
        var lowered = agent.toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(lowered::contains);
    }
}
