package iq.sendy.storefront;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/**
 * Crawlers: programs that read a page to draw the preview of a link in a chat, or to find it in a search. They go by their
 * {@code User-Agent}; the browsers inside of the same apps are people and name themselves otherwise.
 */
public final class LinkPreviewCrawlers {

    private static final List<String> NAMES = List.of(
            "facebookexternalhit",
            "facebookcatalog",
            "facebot",
            "meta-external",
            "whatsapp/",
            "telegrambot",
            "twitterbot",
            "viberbot",
            "viber url",
            "linkedinbot",
            "slackbot",
            "slack-imgproxy",
            "discordbot",
            "skypeuripreview",
            "snap url preview",
            "snapchat url",
            "pinterestbot",
            "redditbot",
            "tiktokbot",
            "bytespider",
            "tiktokspider",
            "applebot",
            "googlebot",
            "google-inspectiontool",
            "storebot-google",
            "bingbot",
            "bingpreview",
            "yandexbot",
            "duckduckbot",
            "embedly",
            "iframely",
            "mastodon/",
            "signal/",
            "vkshare");

    private LinkPreviewCrawlers() {}

    /** Whether one of them asks. */
    public static boolean ask(HttpServletRequest request) {
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        if (agent == null) {
            return false;
        }
        var lowered = agent.toLowerCase(Locale.ROOT);
        return NAMES.stream().anyMatch(lowered::contains);
    }
}
