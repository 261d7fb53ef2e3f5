package iq.sendy.shop.web;

import iq.sendy.platform.api.Describes;
import iq.sendy.platform.api.PublicController;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;

/** What search engines shall leave alone at the platform's host: all but the pages of shops, and their addresses for programs. */
@PublicController(value = "/robots.txt", counted = false)
class RobotsController {

    @GetMapping
    @Describes("What search engines shall leave alone")
    ResponseEntity<String> robots() {
        return ResponseEntity.ok()
                .contentType(MediaType.TEXT_PLAIN)
                .body(ShopFilesController.EVERYBODY
                        + "Allow: " + ShopEntrance.API + "\n"
                        + "Disallow: /api/\n"
                        + "Disallow: /app\n"
                        + ShopFilesController.disallowed(ShopEntrance.PAGES + "*"));
    }
}
