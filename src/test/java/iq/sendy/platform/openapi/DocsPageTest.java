package iq.sendy.platform.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import iq.sendy.Api;
import iq.sendy.Scenario;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The page at /docs, in a browser and without the internet. */
@Scenario
class DocsPageTest {

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    @Autowired
    Api api;

    @Test
    void the_page_and_its_files_come_from_here_under_a_strict_policy() {
        var page = api.get("/docs");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe")
                .doesNotContain("http");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("Content-Security-Policy"))
                .isNotEqualTo(api.get("/docs").header("Content-Security-Policy"));
        var script = api.withHeader("Accept-Encoding", "gzip").get("/docs/assets/swagger-ui-bundle.js");
        assertThat(script.status()).isEqualTo(200);
        assertThat(script.header("Content-Encoding")).isEqualTo("gzip");
        assertThat(script.header("Content-Type")).startsWith("text/javascript");
        assertThat(api.get("/docs/assets/index.html").status()).isEqualTo(404);
    }

    @Test
    void a_reader_sees_the_operations_and_can_try_one_without_a_complaint_of_the_browser() {
        var chromium = chromium();
        Assumptions.assumeTrue(chromium.isPresent(), "no chromium on the PATH");
        try (var playwright =
                        Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(chromium.orElseThrow())
                                .setArgs(FLAGS))) {
            read(browser, 1280);
            read(browser, 390);
        }
    }

    private void read(Browser browser, int width) {
        var complaints = new ArrayList<String>();
        try (var page = browser.newPage(new Browser.NewPageOptions().setViewportSize(width, 900))) {
            page.onConsoleMessage(message -> {
                if (List.of("error", "warning").contains(message.type())) {
                    complaints.add(message.text());
                }
            });
            page.onPageError(complaints::add);
            page.onRequest(request -> {
                if (!request.url().startsWith(api.base()) && !request.url().startsWith("data:")) {
                    complaints.add("asked elsewhere: " + request.url());
                }
            });
            page.navigate(api.base() + "/docs");
            assertThat(page.title()).isEqualTo("Sendy API");
            page.locator("#operations-tag-Geography").click();
            page.locator("#operations-Geography-listProvinces .opblock-summary").click();
            page.locator("#operations-Geography-listProvinces .execute").click();
            page.locator("#operations-Geography-listProvinces .live-responses-table")
                    .waitFor();
            assertThat(page.locator("#operations-Geography-listProvinces .live-responses-table")
                            .first()
                            .innerText())
                    .contains("200");
            page.locator("#operations-tag-Orders").click();
            page.locator("#operations-Orders-placeOrder .opblock-summary").click();
            page.locator("#operations-Orders-placeOrder .opblock-body").waitFor();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target/docs-" + width + ".png"))
                    .setFullPage(true));
            var wide = page.evaluate("document.documentElement.scrollWidth");
            assertThat(((Number) wide).intValue()).as("no scrolling sideways").isLessThanOrEqualTo(width);
        }
        assertThat(complaints).isEmpty();
    }

    private static Optional<Path> chromium() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .map(directory -> Path.of(directory, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
