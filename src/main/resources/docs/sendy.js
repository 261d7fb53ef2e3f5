// A key or token that is typed in stays in this page: it is gone with a reload.
const parts = { store: "/openapi/store.json", integrations: "/openapi/integrations.json" };
const door = new URLSearchParams(location.search).get("door");
const chosen = Object.hasOwn(parts, door ?? "") ? door : "store";
document.querySelector(`a[href="/docs?door=${chosen}"]`).setAttribute("aria-current", "page");

fetch(parts[chosen])
  .then((answer) => answer.json())
  .then((spec) => {
    // What is tried here is sent here, whatever name this page was reached by.
    spec.servers = [{ url: location.origin }];
    SwaggerUIBundle({
      spec,
      dom_id: "#reference",
      presets: [SwaggerUIBundle.presets.apis],
      layout: "BaseLayout",
      docExpansion: "none",
      filter: true,
      deepLinking: true,
      defaultModelsExpandDepth: 0,
      displayRequestDuration: true,
      tryItOutEnabled: true,
      persistAuthorization: false,
      queryConfigEnabled: false,
      validatorUrl: null,
    });
  });
